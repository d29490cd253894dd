package dev.perseat.licensing.engine;

import dev.perseat.licensing.assignment.AssignmentResult;
import dev.perseat.licensing.assignment.ChangeEffect;
import dev.perseat.licensing.assignment.Holdings;
import dev.perseat.licensing.assignment.InvalidTenantException;
import dev.perseat.licensing.assignment.LiveCalculation;
import dev.perseat.licensing.assignment.TenantChange;
import dev.perseat.licensing.assignment.TenantSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * The live calculation. What a change touches:
 *
 * <table>
 * <caption>Cost of changes</caption>
 * <tr><th>change</th><th>looks at</th></tr>
 * <tr><td>a membership of a user; a user comes, goes or changes</td><td>the user; with addresses that must be unique,
 * those who share one</td></tr>
 * <tr><td>a membership of a group; a group comes or goes; licences of a group</td><td>the groups below, and the direct
 * members of those of which something else is inherited now</td></tr>
 * <tr><td>units or status of a subscription</td><td>nobody, unless a seat becomes free or the last one goes</td></tr>
 * <tr><td>plans added to a SKU</td><td>the licences of all groups; then as for the licences of those who have the SKU,
 * and whoever has it directly</td></tr>
 * <tr><td>a seat becomes free, or the last one goes</td><td>those who are given the SKU and lack it, from the front, as
 * long as that is so</td></tr>
 * <tr><td>all else: plans or SKUs that come, go or get other rules; policy; location of the tenant</td><td>everybody:
 * compiles the changed tenant and calculates</td></tr>
 * </table>
 *
 * <p>Looking at it is the matter of {@link LiveQuestions}, which also answers in the middle of a preview. Whether changes
 * leave the tenant valid can be told from an {@link Excerpt}, without making them.
 *
 * <p>Numbers of what is gone stay, so now and then, in proportion to the changes made, the tenant is compiled anew, which
 * starts from what everybody holds and changes nothing of it.
 */
final class DenseLive extends Looking {
    private final Parallel parallel;

    /** How many changes, and how many numbers given out, do not count yet as wear. */
    private final int patience;

    private LiveTenant tenant;

    /** How much the numbers took that the tenant had given out when it was compiled. */
    private long volume;

    private HeldLists heldLists;
    private LiveQuestions questions;

    /** Whether the question of a preview is being asked; until it is answered the tenant is not what it seems. */
    private boolean asking;

    /** The changes since the tenant was compiled. */
    private final ChangeLog changes = new ChangeLog();

    /** Whether anything was applied since. */
    private boolean applied;

    /** The holdings that the tenant was compiled with. */
    private Holdings given;

    private DenseTenant compiled;
    private @Nullable AssignmentResult result;

    DenseLive(DenseTenant compiled, Holdings holdings) {
        this(compiled, holdings, 1_000_000);
    }

    /** Tests choose how soon the tenant is compiled anew. */
    DenseLive(DenseTenant compiled, Holdings holdings, int patience) {
        this.compiled = compiled;
        this.patience = patience;
        parallel = compiled.parallel;
        given = holdings;
        tenant = new LiveTenant(compiled, holdings);
        volume = tenant.volume();
        heldLists = new HeldLists(tenant.ledger.holdingSets);
        questions = new LiveQuestions(tenant, heldLists, parallel);
    }

    /** Goes on from a tenant compiled anew. */
    private void restart(DenseTenant newCompiled, Holdings holdings) {
        LiveTenant newTenant = new LiveTenant(newCompiled, holdings);
        compiled = newCompiled;
        given = holdings;
        tenant = newTenant;
        volume = tenant.volume();
        heldLists = new HeldLists(tenant.ledger.holdingSets);
        questions = new LiveQuestions(tenant, heldLists, parallel);
        changes.clear();
        applied = false;
        result = null;
    }

    private void requireNotAsking() {
        if (asking) {
            throw new IllegalStateException("the question of a preview is being asked. Maybe ask what it is given");
        }
    }

    @Override
    LiveQuestions questions() {
        requireNotAsking();
        return questions;
    }

    @Override
    public ChangeEffect apply(List<TenantChange> newChanges) {
        requireNotAsking();
        return make(List.copyOf(newChanges), true, Onlooker.NOBODY);
    }

    @Override
    public ChangeEffect preview(List<TenantChange> newChanges) {
        requireNotAsking();
        return make(List.copyOf(newChanges), false, Onlooker.NOBODY);
    }

    @Override
    public <T extends @Nullable Object> T preview(
            List<TenantChange> newChanges,
            BiFunction<? super ChangeEffect, ? super LiveCalculation, ? extends T> question) {
        requireNotAsking();
        PreviewQuestion<T> asked = new PreviewQuestion<>(Objects.requireNonNull(question, "question"));
        asking = true;
        try {
            make(List.copyOf(newChanges), false, asked);
        } finally {
            asking = false;
        }
        return asked.answer();
    }

    @Override
    public void check(List<TenantChange> newChanges) {
        requireNotAsking();
        List<TenantChange> copy = List.copyOf(newChanges);
        Excerpt.of(tenant, changes, copy).with(copy);
    }

    private ChangeEffect make(List<TenantChange> newChanges, boolean keep, Onlooker onlooker) {
        for (TenantChange change : newChanges) {
            if (!LiveStep.canMake(change, tenant)) {
                return makeAnew(newChanges, keep, onlooker);
            }
        }
        return makeHere(newChanges, keep, onlooker);
    }

    private ChangeEffect makeHere(List<TenantChange> newChanges, boolean keep, Onlooker onlooker) {
        Journal journal = new Journal();
        Seats before = tenant.seats.copy();
        LiveStep step = new LiveStep(tenant, journal);
        LiveSettlement settlement = new LiveSettlement(tenant, before);
        boolean made = false;
        ChangeEffect effect = null;
        try {
            newChanges.forEach(step::make);
            if (step.isValid()) {
                step.reach.close(journal);
                settlement.settle(step.reach);
                effect = settlement.effect(heldLists);
                onlooker.see(effect, () -> questions);
                made = keep;
            }
        } finally {
            if (!made) {
                settlement.rollBack(journal);
            }
        }
        if (effect == null) {
            throw refusal(newChanges);
        }
        if (made) {
            changes.addAll(newChanges);
            applied = true;
            result = null;
            if (isWorn()) {
                restart(compile(), holdings());
            }
        }
        return effect;
    }

    /** Returns whether what is gone takes more room than what is there. */
    private boolean isWorn() {
        return changes.size() > tenant.snapshot.userCount() + patience || tenant.volume() > 4 * volume + 16L * patience;
    }

    private InvalidTenantException refusal(List<TenantChange> newChanges) {
        try {
            Excerpt.of(tenant, changes, newChanges).with(newChanges);
        } catch (InvalidTenantException e) {
            return e;
        }
        throw new IllegalStateException("changes were found not to be valid that are");
    }

    private TenantSnapshot snapshot() {
        return changes.isEmpty() ? tenant.snapshot : tenant.snapshot.with(changes.toList());
    }

    private DenseTenant compile() {
        return changes.isEmpty() ? compiled : new DenseTenant(snapshot(), parallel);
    }

    /** Makes changes that give things other numbers: compiles the changed tenant, and calculates from the holdings. */
    private ChangeEffect makeAnew(List<TenantChange> newChanges, boolean keep, Onlooker onlooker) {
        DenseTenant changed = new DenseTenant(snapshot().with(newChanges), parallel);
        AssignmentResult after = changed.calculate(holdings());
        ChangeEffect effect = new ChangeEffect(after.changes().toList(), SeatChanges.between(tenant, after));
        onlooker.see(effect, () -> questionsOf(changed, after.holdings()));
        if (keep) {
            restart(changed, after.holdings());
        }
        return effect;
    }

    private LiveQuestions questionsOf(DenseTenant changed, Holdings holdings) {
        LiveTenant itsTenant = new LiveTenant(changed, holdings);
        return new LiveQuestions(itsTenant, new HeldLists(itsTenant.ledger.holdingSets), parallel);
    }

    private Holdings holdings() {
        Holdings.Builder holdings = Holdings.builder();
        List<Integer> late = new ArrayList<>();
        for (int user = tenant.snapshot.userCount(); user < tenant.roster.end(); user++) {
            late.add(user);
        }
        late.sort(tenant.roster);
        int next = 0;
        for (int user = 0; user < tenant.snapshot.userCount(); user++) {
            for (; next < late.size() && tenant.roster.compare(late.get(next), user) < 0; next++) {
                addHoldings(late.get(next), holdings);
            }
            addHoldings(user, holdings);
        }
        for (; next < late.size(); next++) {
            addHoldings(late.get(next), holdings);
        }
        return holdings.build();
    }

    private void addHoldings(int user, Holdings.Builder holdings) {
        int holding = tenant.holdingOf(user);
        if (holding != IntTuples.EMPTY) {
            holdings.addAll(tenant.roster.id(user), heldLists.of(holding));
        }
    }

    @Override
    public AssignmentResult result() {
        requireNotAsking();
        if (result == null) {
            if (applied) {
                restart(compile(), holdings());
            }
            result = compiled.calculate(given);
        }
        return result;
    }
}
