package dev.perseat.examples.adminconsole;

import dev.perseat.licensing.admin.ExplainedState;
import dev.perseat.licensing.admin.GroupStatus;
import dev.perseat.licensing.admin.LicenseDetail;
import dev.perseat.licensing.admin.LicenseOverview;
import dev.perseat.licensing.admin.LicensedGroup;
import dev.perseat.licensing.admin.MemberErrors;
import dev.perseat.licensing.admin.Operation;
import dev.perseat.licensing.admin.Page;
import dev.perseat.licensing.admin.PageRequest;
import dev.perseat.licensing.admin.TenantLicensing;
import dev.perseat.licensing.admin.UserLicenses;
import dev.perseat.licensing.assignment.SkuUsage;
import dev.perseat.licensing.model.CapabilityStatus;
import dev.perseat.licensing.model.Group;
import dev.perseat.licensing.model.GroupId;
import dev.perseat.licensing.model.SkuId;
import dev.perseat.licensing.model.UserId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an administrator looks at. */
final class Questions {
    private static final PageRequest SOME_GROUPS = PageRequest.first(100);
    private static final PageRequest SOME_MEMBERS = PageRequest.first(3);
    private static final PageRequest SOME_OPERATIONS = PageRequest.first(20);

    private final Workplace workplace;
    private final Catalogue catalogue;
    private final Finder finder;
    private final Screen screen;
    private final Times times;

    Questions(Workplace workplace, Catalogue catalogue, Finder finder, Screen screen, Times times) {
        this.workplace = workplace;
        this.catalogue = catalogue;
        this.finder = finder;
        this.screen = screen;
        this.times = times;
    }

    private TenantLicensing contoso() {
        return workplace.contoso();
    }

    void licenses() {
        Table table = new Table(
                2,
                7,
                "Product",
                "Part number",
                "Seats",
                "Assigned",
                "Available",
                "Waiting",
                "Over-allocated",
                "Status");
        for (LicenseOverview product : byName()) {
            SkuUsage usage = product.usage();
            table.row(
                    finder.name(product),
                    product.partNumber(),
                    Text.number(usage.seats()),
                    Text.number(usage.consumed()),
                    Text.number(usage.available()),
                    Text.number(usage.waiting()),
                    Text.number(usage.overAllocated()),
                    status(product.capabilityStatus()));
        }
        table.print(screen);
    }

    private List<LicenseOverview> byName() {
        return contoso().licenses(workplace.actor()).stream()
                .sorted(Comparator.comparing(finder::name))
                .toList();
    }

    private static String status(@Nullable CapabilityStatus status) {
        return status == null ? "Not bought" : Text.title(status);
    }

    void license(SkuId product) {
        LicenseDetail detail = contoso().license(workplace.actor(), product);
        SkuUsage usage = detail.overview().usage();
        screen.line(finder.name(detail.overview()) + ": " + Text.number(usage.consumed()) + " of "
                + Text.count(usage.seats(), "seat") + " assigned");
        Table table = new Table(0, 0, "Group", "Id", "Status", "Plans switched off");
        for (LicensedGroup group : detail.groups()) {
            table.row(
                    group.displayName(),
                    group.groupId().value(),
                    status(group.status()),
                    finder.plansOff(group.license()));
        }
        table.print(screen);
    }

    void plans(SkuId product) {
        finder.plans(product).keySet().forEach(plan -> screen.line("  " + plan));
    }

    void groups(String piece) {
        Page<Group> page = contoso().groups(workplace.actor(), piece, SOME_GROUPS);
        Table table = new Table(0, 0, "Group", "Id", "Kind", "Licences", "Status");
        for (Group group : page.items()) {
            List<String> licenses = group.licenses().stream()
                    .map(license -> finder.name(license.skuId()))
                    .toList();
            table.row(
                    group.displayName(),
                    group.id().value(),
                    Text.title(group.kind()),
                    String.join(", ", licenses),
                    licenses.isEmpty() ? "" : status(contoso().status(workplace.actor(), group.id())));
        }
        table.print(screen);
        page.next().ifPresent(more -> screen.line("and more; say more of the name"));
    }

    void status(Group group) {
        screen.line(group.displayName() + ": " + status(contoso().status(workplace.actor(), group.id())));
    }

    private static String status(GroupStatus status) {
        if (status instanceof GroupStatus.Queued queued) {
            return "Queued (" + queued.operationId() + ")";
        } else if (status instanceof GroupStatus.InProgress it) {
            return "In progress (" + Text.number(it.progress().processed()) + " of "
                    + Text.count(it.progress().total(), "user") + ", " + it.operationId() + ")";
        } else if (status instanceof GroupStatus.AllAssigned it) {
            return "All licenses assigned (" + Text.count(it.members(), "member") + ")";
        } else if (status instanceof GroupStatus.WithErrors it) {
            List<String> errors = new ArrayList<>();
            it.errors().forEach((kind, members) -> errors.add(Text.number(members) + " " + Text.meaning(kind)));
            return Text.number(it.licensed()) + " of " + Text.count(it.members(), "member") + " licensed, "
                    + String.join(", ", errors);
        }
        return "Not eligible: not a security group";
    }

    void errors(GroupId group) {
        Page<MemberErrors> page = contoso().errors(workplace.actor(), group, SOME_MEMBERS);
        if (page.items().isEmpty()) {
            screen.line("none");
        }
        page.items().forEach(member -> {
            screen.line(member.userId().value());
            member.states().forEach(this::explain);
        });
        page.next().ifPresent(more -> screen.line("and more members"));
    }

    void explain(ExplainedState state) {
        screen.paragraph("  ", state.sentence());
        if (!state.remedy().isEmpty()) {
            screen.paragraph("  -> ", state.remedy());
        }
    }

    void user(UserId user) {
        UserLicenses licenses = contoso().user(workplace.actor(), user);
        screen.line(user + ": " + Text.count(licenses.held().size(), "licence") + " held"
                + (licenses.pending() ? ", a change is on its way" : ""));
        licenses.states().forEach(this::explain);
    }

    void operations() {
        Table table = new Table(4, 8, "Operation", "What", "Target", "Status", "Processed", "Of", "Errors", "Took");
        for (Operation operation :
                contoso().operations(workplace.actor(), SOME_OPERATIONS).items()) {
            table.row(
                    operation.id().toString(),
                    operation.activity().title(),
                    catalogue.named(operation.target().id()),
                    Text.title(operation.status()),
                    Text.number(operation.progress().processed()),
                    Text.number(operation.progress().total()),
                    Text.number(operation.progress().failed()),
                    operation.finishedAt() == null ? "" : times.of(operation.elapsed(operation.finishedAt())));
        }
        table.print(screen);
    }
}
