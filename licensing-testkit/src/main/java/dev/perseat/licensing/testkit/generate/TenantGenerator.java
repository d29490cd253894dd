package dev.perseat.licensing.testkit.generate;

import dev.perseat.licensing.assignment.AssignmentCalculator;
import dev.perseat.licensing.assignment.Holdings;
import dev.perseat.licensing.assignment.TenantSnapshot;
import dev.perseat.licensing.model.Tenant;
import dev.perseat.licensing.model.TenantId;
import dev.perseat.licensing.testkit.reference.ReferenceCalculator;

/**
 * Makes tenants and holdings at random, small unless said otherwise: 0 to 9 users, 0 to 6 groups, nested and perhaps in
 * cycles, 1 to 5 SKUs that share their plans. The same seed always makes the same sequence. Not safe for use by several threads.
 *
 * @since 0.1
 */
public final class TenantGenerator {
    private final Dice dice;
    private final TenantSize size;
    private final AssignmentCalculator calculator = new ReferenceCalculator();
    private final CatalogueGenerator catalogue;
    private final DirectoryGenerator directory;
    private final Mutation mutation;

    private TenantGenerator(long seed, TenantSize size) {
        this.dice = new Dice(seed);
        this.size = size;
        this.catalogue = new CatalogueGenerator(dice);
        this.directory = new DirectoryGenerator(dice);
        this.mutation = new Mutation(dice, catalogue, directory);
    }

    /**
     * Returns a generator. Tenants of one generator are alike in character (how often plans exclude each other, and so
     * on), so for variety take a new seed for each tenant.
     *
     * @param seed what everything depends on
     * @return a generator at its beginning
     */
    public static TenantGenerator of(long seed) {
        return new TenantGenerator(seed, TenantSize.SMALL);
    }

    /**
     * Returns a generator of larger tenants, in which many wait and one walk is seldom enough: 10 to 30 users and 3 to 10
     * groups.
     *
     * @param seed what everything depends on
     * @return a generator at its beginning
     */
    public static TenantGenerator crowded(long seed) {
        return new TenantGenerator(seed, TenantSize.CROWDED);
    }

    /**
     * Makes a tenant.
     *
     * @return the next tenant
     */
    public TenantSnapshot nextTenant() {
        return draft().build();
    }

    /**
     * Makes a tenant with holdings: none, those that an earlier day of the tenant came to, or arbitrary ones.
     *
     * @return the next case
     */
    public CalculationCase nextCase() {
        TenantDraft draft = draft();
        Holdings holdings = Holdings.empty();
        if (dice.chance(0.5)) {
            Story story = Story.begin(draft, dice);
            holdings = calculator.calculate(draft.build(), holdings).holdings();
            story.goOn(draft);
        } else {
            for (int day = dice.between(0, 2); day > 0; day--) {
                holdings = calculator.calculate(draft.build(), holdings).holdings();
                change(draft);
            }
        }
        if (dice.chance(0.35)) {
            holdings = new HoldingsGenerator(dice, size).disturbed(holdings, draft);
        }
        return new CalculationCase(draft.build(), holdings);
    }

    private void change(TenantDraft draft) {
        for (int changes = dice.between(0, 5); changes > 0; changes--) {
            mutation.apply(draft);
        }
    }

    private TenantDraft draft() {
        TenantDraft draft =
                new TenantDraft(new Tenant(TenantId.of("contoso"), "Contoso", dice.pick(CatalogueGenerator.LOCATIONS)));
        draft.policy = catalogue.policy();
        catalogue.fill(draft);
        directory.fill(draft, size);
        return draft;
    }
}
