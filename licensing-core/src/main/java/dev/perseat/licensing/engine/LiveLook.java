package dev.perseat.licensing.engine;

import dev.perseat.licensing.assignment.AssignmentResult;
import dev.perseat.licensing.assignment.ChangeEffect;
import dev.perseat.licensing.assignment.LiveCalculation;
import dev.perseat.licensing.assignment.TenantChange;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A live calculation as it would be after a preview's changes: to be looked at, until its question is answered. */
final class LiveLook extends Looking {
    private final Supplier<LiveQuestions> source;
    private @Nullable LiveQuestions questions;
    private boolean answered;

    /**
     * Begins a look.
     *
     * @param source asked once, and only if somebody looks
     */
    LiveLook(Supplier<LiveQuestions> source) {
        this.source = source;
    }

    @Override
    LiveQuestions questions() {
        if (answered) {
            throw new IllegalStateException(
                    "the question is answered, and the changes that it was about are taken back");
        }
        if (questions == null) {
            questions = source.get();
        }
        return questions;
    }

    void end() {
        answered = true;
    }

    private static IllegalStateException onlyLooking() {
        return new IllegalStateException("a calculation as it would be can only be looked at");
    }

    @Override
    public ChangeEffect apply(List<TenantChange> changes) {
        throw onlyLooking();
    }

    @Override
    public ChangeEffect preview(List<TenantChange> changes) {
        throw onlyLooking();
    }

    @Override
    public <T extends @Nullable Object> T preview(
            List<TenantChange> changes,
            BiFunction<? super ChangeEffect, ? super LiveCalculation, ? extends T> question) {
        throw onlyLooking();
    }

    @Override
    public void check(List<TenantChange> changes) {
        throw onlyLooking();
    }

    @Override
    public AssignmentResult result() {
        throw onlyLooking();
    }
}
