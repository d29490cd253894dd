package dev.perseat.licensing.engine;

import dev.perseat.licensing.assignment.ChangeEffect;
import java.util.function.Supplier;

/** Sees a live tenant after changes, before it is decided whether they stay. */
interface Onlooker {
    Onlooker NOBODY = (effect, questions) -> {};

    /**
     * Called once, when valid changes have been made; what it throws has them taken back.
     *
     * @param questions of whom to ask how things are then; it costs something where the tenant had to be compiled anew
     */
    void see(ChangeEffect effect, Supplier<LiveQuestions> questions);
}
