package dev.perseat.licensing.engine;

import org.jspecify.annotations.Nullable;

/**
 * What a group with licences gives, as long as its licences stay as they are: a group whose licences change gets another
 * grant, so that everything known of a grant stays true.
 */
final class Grant {
    /** The number of the group. */
    final int group;

    /** What the group gives, or null if it is not eligible. */
    final @Nullable GroupTemplate template;

    /** The bundles, by SKU; none if the group is not eligible. */
    final Bundle[] bundles;

    /** Whether all bundles are {@linkplain Bundle#plain plain}. */
    final boolean plain;

    /** Whether any bundle has a clause that its own plans do not meet. */
    final boolean hasOpenClauses;

    Grant(int group, @Nullable GroupTemplate template, Bundle[] bundles) {
        this.group = group;
        this.template = template;
        this.bundles = bundles;
        boolean all = true;
        boolean open = false;
        for (Bundle bundle : bundles) {
            all &= bundle.plain;
            open |= bundle.openPlans.length > 0;
        }
        plain = all;
        hasOpenClauses = open;
    }
}
