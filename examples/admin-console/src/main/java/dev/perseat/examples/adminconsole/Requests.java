package dev.perseat.examples.adminconsole;

import dev.perseat.licensing.admin.LicenseChange;
import dev.perseat.licensing.admin.LicenseCommand;
import dev.perseat.licensing.admin.MemberErrors;
import dev.perseat.licensing.admin.Operation;
import dev.perseat.licensing.admin.OperationStatus;
import dev.perseat.licensing.admin.PageRequest;
import dev.perseat.licensing.admin.Preview;
import dev.perseat.licensing.assignment.HoldingChange;
import dev.perseat.licensing.assignment.LicenseViolation;
import dev.perseat.licensing.assignment.SeatChange;
import dev.perseat.licensing.assignment.UserChange;
import dev.perseat.licensing.model.License;
import dev.perseat.licensing.model.SkuId;
import dev.perseat.licensing.model.Subscription;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What an administrator has done: understood, previewed, or submitted and followed to its end. */
final class Requests {
    private static final PageRequest ALL = PageRequest.first(PageRequest.MAX_LIMIT);

    private final Workplace workplace;
    private final Finder finder;
    private final Questions questions;
    private final Screen screen;
    private final Times times;

    Requests(Workplace workplace, Finder finder, Questions questions, Screen screen, Times times) {
        this.workplace = workplace;
        this.finder = finder;
        this.questions = questions;
        this.screen = screen;
        this.times = times;
    }

    /** Understands a request: the first word, which says what is wanted, and the words after it. */
    LicenseCommand read(String wanted, Words words) {
        LicenseCommand command = switch (wanted) {
            case "assign" -> assign(words);
            case "remove" -> remove(words);
            case "grant" -> grant(words);
            case "revoke" -> revoke(words);
            case "seats" -> seats(words);
            case "reprocess" ->
                new LicenseCommand.ReprocessGroup(
                        finder.group(words.take("GROUP")).id());
            case "cancel" -> new LicenseCommand.CancelOperation(finder.operation(words.take("OPERATION")));
            default -> throw new BadInputException("'" + wanted + "' is not a request that can be previewed");
        };
        words.end();
        return command;
    }

    private LicenseCommand assign(Words words) {
        SkuId product = finder.product(words.take("PRODUCT"));
        words.skip("to");
        String group = words.take("GROUP");
        License license = license(product, words);
        return new LicenseCommand.ChangeGroupLicenses(finder.group(group).id(), LicenseChange.set(license));
    }

    private LicenseCommand remove(Words words) {
        SkuId product = finder.product(words.take("PRODUCT"));
        words.skip("from");
        return new LicenseCommand.ChangeGroupLicenses(
                finder.group(words.take("GROUP")).id(), LicenseChange.remove(product));
    }

    private LicenseCommand grant(Words words) {
        SkuId product = finder.product(words.take("PRODUCT"));
        words.skip("to");
        String user = words.take("USER");
        License license = license(product, words);
        return new LicenseCommand.ChangeUserLicenses(finder.user(user), LicenseChange.set(license));
    }

    private LicenseCommand revoke(Words words) {
        SkuId product = finder.product(words.take("PRODUCT"));
        words.skip("from");
        return new LicenseCommand.ChangeUserLicenses(finder.user(words.take("USER")), LicenseChange.remove(product));
    }

    private License license(SkuId product, Words words) {
        if (words.isEmpty()) {
            return License.of(product);
        }
        words.skip("without");
        return finder.license(product, words.rest());
    }

    private LicenseCommand seats(Words words) {
        SkuId product = finder.product(words.take("PRODUCT"));
        return new LicenseCommand.SetSubscription(Subscription.of(product, seats(words.take("NUMBER"))));
    }

    private static int seats(String number) {
        try {
            int seats = Integer.parseInt(number);
            if (seats >= 0) {
                return seats;
            }
        } catch (NumberFormatException e) {
            // It is not a number of seats either way.
        }
        throw new BadInputException("'" + number + "' is not a number of seats, from 0 to " + Integer.MAX_VALUE);
    }

    Operation submit(LicenseCommand command) {
        Operation accepted = workplace.contoso().submit(workplace.actor(), command);
        screen.line(accepted.id() + " is accepted: " + accepted.activity().title());
        return accepted;
    }

    /** Tells how an operation goes on until it has ended or is held. */
    void follow(Operation operation) throws InterruptedException {
        Operation last = workplace.follower().follow(workplace.contoso(), operation);
        String processed = Text.number(last.progress().processed()) + " of "
                + Text.count(last.progress().total(), "user") + " processed, "
                + Text.number(last.progress().failed()) + " with errors";
        if (last.status() == OperationStatus.QUEUED) {
            screen.line(last.id() + " is held before it begins; 'go' lets it go on");
        } else if (last.status() == OperationStatus.IN_PROGRESS) {
            screen.line(last.id() + " is held: " + processed + "; 'go' lets it go on");
        } else {
            screen.line(last.id() + " has ended: " + Text.title(last.status()) + ", " + processed + ", in "
                    + times.of(last.elapsed(last.requestedAt())));
        }
    }

    /** Follows every operation that has not ended, the oldest first. */
    void followOpen() throws InterruptedException {
        for (Operation operation : open()) {
            follow(operation);
        }
    }

    /** Lets go on what is held, and follows it. */
    void letGo() throws InterruptedException {
        List<Operation> held = open();
        workplace.store().letGo();
        for (Operation operation : held) {
            follow(operation);
        }
    }

    private List<Operation> open() {
        List<Operation> open = new ArrayList<>();
        for (Operation operation :
                workplace.contoso().operations(workplace.actor(), ALL).items()) {
            if (!operation.status().isEnded()) {
                open.add(0, operation);
            }
        }
        return open;
    }

    void preview(LicenseCommand command) {
        Preview preview = workplace.contoso().preview(workplace.actor(), command);
        List<UserChange> changes = preview.effect().changes();
        screen.line("Would be changed: " + Text.count(changes.size(), "user") + countChanges(changes));
        screen.line("Would get a seat that they wait for: "
                + Text.count(preview.promotions().size(), "user"));
        countErrors(preview.errors())
                .forEach(
                        (kind, users) -> screen.line("Would " + Text.meaning(kind) + ": " + Text.count(users, "user")));
        preview.effect().seats().forEach(this::seatChange);
        examples(preview.errors());
    }

    /** Shows the first user with each kind of error. */
    private void examples(List<MemberErrors> errors) {
        Set<LicenseViolation.Kind> shown = EnumSet.noneOf(LicenseViolation.Kind.class);
        for (MemberErrors member : errors) {
            if (kinds(member).filter(shown::add).count() > 0) {
                screen.line("For example " + member.userId() + ":");
                member.states().forEach(questions::explain);
            }
        }
    }

    private static Stream<LicenseViolation.Kind> kinds(MemberErrors member) {
        return member.states().stream()
                .flatMap(it -> Stream.ofNullable(it.state().violation()))
                .map(LicenseViolation::kind)
                .distinct();
    }

    private static String countChanges(List<UserChange> changes) {
        SortedMap<HoldingChange.Kind, Long> kinds = new TreeMap<>();
        changes.forEach(user -> user.changes().stream()
                .map(HoldingChange::kind)
                .distinct()
                .forEach(kind -> kinds.merge(kind, 1L, Long::sum)));
        StringBuilder text = new StringBuilder();
        kinds.forEach((kind, users) -> text.append(text.isEmpty() ? " (" : ", ")
                .append(Text.number(users))
                .append(
                        switch (kind) {
                            case ADDED -> " get a licence";
                            case REMOVED -> " lose a licence";
                            case PLANS_CHANGED -> " get other plans";
                        }));
        return text.append(text.isEmpty() ? "" : ")").toString();
    }

    private static SortedMap<LicenseViolation.Kind, Long> countErrors(List<MemberErrors> errors) {
        SortedMap<LicenseViolation.Kind, Long> kinds = new TreeMap<>();
        errors.forEach(user -> kinds(user).forEach(kind -> kinds.merge(kind, 1L, Long::sum)));
        return kinds;
    }

    private void seatChange(SeatChange change) {
        screen.line("Seats of " + finder.name(change.skuId()) + ": "
                + Text.number(change.consumedBefore()) + " of " + Text.number(change.seatsBefore()) + " taken now, "
                + Text.number(change.consumedAfter()) + " of " + Text.number(change.seatsAfter()) + " afterwards");
    }
}
