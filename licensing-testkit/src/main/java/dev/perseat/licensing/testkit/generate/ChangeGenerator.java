package dev.perseat.licensing.testkit.generate;

import dev.perseat.licensing.assignment.TenantChange;
import dev.perseat.licensing.assignment.TenantSnapshot;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Makes changes of a tenant at random, of every kind: people join and leave, licences are set and taken, seats come and
 * go, now and then a plan, a SKU or the policy becomes another. The same seed and the same tenants always make the same
 * sequence. Not safe for use by several threads.
 *
 * @since 0.1
 */
public final class ChangeGenerator {
    private final Dice dice;
    private final Mutation mutation;
    private final Repetition repetition;
    private final Mistake mistake;

    private ChangeGenerator(long seed) {
        this.dice = new Dice(seed);
        DirectoryGenerator directory = new DirectoryGenerator(dice);
        this.mutation = new Mutation(dice, new CatalogueGenerator(dice), directory);
        this.repetition = new Repetition(dice, directory);
        this.mistake = new Mistake(dice);
    }

    /**
     * Returns a generator. What one generator brings (how often plans exclude each other, and so on) is alike in
     * character, so for variety take a new seed for each history.
     *
     * @param seed what everything depends on
     * @return a generator at its beginning
     */
    public static ChangeGenerator of(long seed) {
        return new ChangeGenerator(seed);
    }

    /**
     * Makes changes that leave the tenant valid: one to four things that happen, each told as one change or more, in any
     * order, and now and then something told that is so already, or told twice.
     *
     * @param snapshot the tenant
     * @return the next changes; unmodifiable, never empty
     */
    public List<TenantChange> nextChanges(TenantSnapshot snapshot) {
        TenantDraft draft = TenantDraft.from(snapshot);
        for (int things = dice.pick(List.of(1, 1, 1, 2, 3, 4)); things > 0; things--) {
            mutation.apply(draft);
        }
        TenantSnapshot after = draft.build();
        List<TenantChange> changes = dice.shuffled(TenantDifference.between(snapshot, after));
        if (changes.isEmpty() || dice.chance(0.3)) {
            weave(repetition.about(after), changes);
        }
        return Collections.unmodifiableList(changes);
    }

    /** Puts some changes between others, without changing the order of either. */
    private void weave(List<TenantChange> some, List<TenantChange> changes) {
        int position = 0;
        for (TenantChange change : some) {
            position = dice.between(position, changes.size());
            changes.add(position, change);
            position++;
        }
    }

    /**
     * Makes changes that leave the tenant with at least one problem, some of them after changes that are in order.
     *
     * @param snapshot the tenant
     * @return the next changes, which {@link TenantSnapshot#with} refuses; unmodifiable
     */
    public List<TenantChange> nextInvalidChanges(TenantSnapshot snapshot) {
        List<TenantChange> changes = new ArrayList<>();
        TenantSnapshot after = snapshot;
        if (dice.chance(0.5)) {
            changes.addAll(nextChanges(snapshot));
            after = snapshot.with(changes);
        }
        for (int mistakes = dice.between(1, 2); mistakes > 0; mistakes--) {
            changes.addAll(mistake.about(after));
        }
        return Collections.unmodifiableList(changes);
    }
}
