package dev.perseat.licensing.engine;

import dev.perseat.licensing.assignment.ChangeEffect;
import dev.perseat.licensing.assignment.LiveCalculation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The question of a preview, and its answer. */
final class PreviewQuestion<T extends @Nullable Object> implements Onlooker {
    private final BiFunction<? super ChangeEffect, ? super LiveCalculation, ? extends T> question;

    /** The answer, which may be null, once there is one. */
    private final List<T> answers = new ArrayList<>(1);

    PreviewQuestion(BiFunction<? super ChangeEffect, ? super LiveCalculation, ? extends T> question) {
        this.question = question;
    }

    @Override
    public void see(ChangeEffect effect, Supplier<LiveQuestions> questions) {
        LiveLook look = new LiveLook(questions);
        try {
            answers.add(question.apply(effect, look));
        } finally {
            look.end();
        }
    }

    T answer() {
        return answers.get(0);
    }
}
