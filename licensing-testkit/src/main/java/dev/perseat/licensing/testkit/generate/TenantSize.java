package dev.perseat.licensing.testkit.generate;

import dev.perseat.licensing.model.GroupId;
import dev.perseat.licensing.model.UserId;
import java.util.List;

/** How many users and groups a generated tenant has. */
record TenantSize(int leastUsers, int mostUsers, int leastGroups, int mostGroups) {
    /** Small enough that a failure can be understood by reading it. */
    static final TenantSize SMALL = new TenantSize(0, 9, 0, 6);

    /** Large enough for waiting lists and for walks that go through many users. */
    static final TenantSize CROWDED = new TenantSize(10, 30, 3, 10);

    /** A few ids more than there are things, so that some of them are nobody's. */
    private static final int SPARE_IDS = 2;

    List<UserId> userIds() {
        return DirectoryGenerator.userIds(mostUsers + SPARE_IDS);
    }

    List<GroupId> groupIds() {
        return DirectoryGenerator.groupIds(mostGroups + SPARE_IDS);
    }
}
