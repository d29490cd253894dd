package dev.perseat.examples.adminconsole;

import dev.perseat.licensing.admin.AccessDeniedException;
import dev.perseat.licensing.admin.Actor;
import dev.perseat.licensing.admin.AuditQuery;
import dev.perseat.licensing.admin.CommandRefusedException;
import dev.perseat.licensing.admin.Operation;
import dev.perseat.licensing.admin.Refusal;
import dev.perseat.licensing.admin.Role;
import dev.perseat.licensing.admin.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** Does what one line says. */
final class Interpreter {
    private final Workplace workplace;
    private final Catalogue catalogue;
    private final Finder finder;
    private final Questions questions;
    private final Requests requests;
    private final Trail trail;
    private final Screen screen;

    Interpreter(Workplace workplace, Catalogue catalogue, Screen screen, Times times) {
        this.workplace = workplace;
        this.catalogue = catalogue;
        this.screen = screen;
        finder = new Finder(workplace, catalogue);
        questions = new Questions(workplace, catalogue, finder, screen, times);
        requests = new Requests(workplace, finder, questions, screen, times);
        trail = new Trail(workplace, catalogue, finder, screen, times);
    }

    /**
     * Does what a line says. A refusal is an answer: it is shown, and the next line may follow.
     *
     * @throws BadInputException if the line cannot be understood, or names what is not there
     */
    void run(String line) throws InterruptedException {
        if (!line.isBlank() && !line.startsWith("#")) {
            run(Words.of(line));
        }
    }

    /** Tells how an operation goes on until it has ended or is held. */
    void follow(Operation operation) throws InterruptedException {
        requests.follow(operation);
    }

    /** Does what words say, as {@link #run(String)} does. */
    void run(Words words) throws InterruptedException {
        try {
            run(words.take("a word"), words);
        } catch (AccessDeniedException e) {
            screen.line("refused: " + e.getMessage());
        } catch (CommandRefusedException e) {
            e.refusals().forEach(this::refused);
        } catch (IllegalArgumentException e) {
            throw new BadInputException(String.valueOf(e.getMessage()));
        }
    }

    private void refused(Refusal refusal) {
        screen.paragraph("refused: ", catalogue.named(refusal.message()));
    }

    private void run(String wanted, Words words) throws InterruptedException {
        switch (wanted) {
            case "help" -> help(words);
            case "say" -> screen.heading(words.rest());
            case "as" -> sit(words);
            case "licenses" -> without(words, questions::licenses);
            case "license" -> with(words.take("PRODUCT"), words, it -> questions.license(finder.product(it)));
            case "plans" -> with(words.take("PRODUCT"), words, it -> questions.plans(finder.product(it)));
            case "groups" -> questions.groups(words.rest());
            case "status" -> with(words.take("GROUP"), words, it -> questions.status(finder.group(it)));
            case "errors" ->
                with(
                        words.take("GROUP"),
                        words,
                        it -> questions.errors(finder.group(it).id()));
            case "user" -> with(words.take("USER"), words, it -> questions.user(finder.user(it)));
            case "operations" -> without(words, questions::operations);
            case "audit" -> audit(words);
            case "hold" ->
                with(words.take("PERCENT"), words, it -> workplace.store().holdAt(percent(it)));
            case "go" -> go(words);
            case "wait" -> {
                words.end();
                requests.followOpen();
            }
            case "preview" -> requests.preview(requests.read(words.take("a request"), words));
            case "assign", "remove", "grant", "revoke", "seats", "reprocess", "cancel" -> submit(wanted, words);
            default -> throw new BadInputException("'" + wanted + "' is not known; 'help' lists what is");
        }
    }

    private void submit(String wanted, Words words) throws InterruptedException {
        boolean waits = !words.takeLast("&");
        Operation accepted = requests.submit(requests.read(wanted, words));
        if (waits) {
            requests.follow(accepted);
        }
    }

    private void help(Words words) {
        words.end();
        Vocabulary.print(screen);
    }

    private void sit(Words words) {
        String name = words.take("NAME");
        List<Role> roles = new ArrayList<>();
        do {
            roles.add(role(words.take("ROLE")));
        } while (!words.isEmpty());
        workplace.sit(Actor.of(name, roles.toArray(new Role[0])));
        screen.line("You are " + name + ", "
                + String.join(", ", roles.stream().map(Text::title).toList()));
    }

    private static Role role(String word) {
        for (Role role : Role.values()) {
            if (role.name().replace('_', '-').equals(word.toUpperCase(Locale.ROOT))) {
                return role;
            }
        }
        throw new BadInputException("there is no role '" + word + "'; a role is such as license-administrator");
    }

    private static int percent(String word) {
        return switch (word.length()) {
            case 1, 2 -> parsePercent(word);
            default -> throw noPercent(word);
        };
    }

    private static int parsePercent(String word) {
        try {
            return Integer.parseUnsignedInt(word);
        } catch (NumberFormatException e) {
            throw noPercent(word);
        }
    }

    private static BadInputException noPercent(String word) {
        return new BadInputException("'" + word + "' is not a percentage from 0 to 99");
    }

    private void go(Words words) throws InterruptedException {
        words.end();
        requests.letGo();
    }

    private void audit(Words words) {
        if (words.isEmpty()) {
            trail.commands();
            return;
        }
        String kind = words.take("user, group or operation");
        String id = words.take("the id");
        words.end();
        AuditQuery all = AuditQuery.all();
        trail.some(
                switch (kind) {
                    case "user" -> all.about(Target.of(finder.user(id)));
                    case "group" -> all.about(Target.of(finder.group(id).id()));
                    case "operation" -> all.causedBy(finder.operation(id));
                    default ->
                        throw new BadInputException(
                                "'" + kind + "' has no audit trail of its own; a user, a group and an operation have");
                });
    }

    private static void without(Words words, Runnable question) {
        words.end();
        question.run();
    }

    private static void with(String word, Words words, Consumer<String> question) {
        words.end();
        question.accept(word);
    }
}
