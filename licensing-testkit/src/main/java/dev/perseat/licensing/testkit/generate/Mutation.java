package dev.perseat.licensing.testkit.generate;

import java.util.function.Consumer;

/** What may happen to a tenant from one day to the next: what happens often in a directory happens often here. */
final class Mutation {
    private final Dice dice;
    private final Chances<Consumer<TenantDraft>> kinds = new Chances<>();

    Mutation(Dice dice, CatalogueGenerator catalogue, DirectoryGenerator directory) {
        this.dice = dice;
        new DirectoryMutation(dice, directory).addTo(kinds);
        new CatalogueMutation(dice, catalogue).addTo(kinds);
    }

    /** Changes one thing at random, or nothing if there is no such thing. */
    void apply(TenantDraft draft) {
        kinds.pick(dice).accept(draft);
    }
}
