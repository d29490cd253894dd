package dev.perseat.licensing.service;

import static dev.perseat.licensing.service.Contoso.ADMIN;
import static dev.perseat.licensing.service.Contoso.ID;
import static dev.perseat.licensing.service.Contoso.OFFICE;
import static dev.perseat.licensing.service.Contoso.SALES;
import static dev.perseat.licensing.service.Contoso.VISIO;
import static dev.perseat.licensing.service.Contoso.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perseat.licensing.admin.AccessDeniedException;
import dev.perseat.licensing.admin.Actor;
import dev.perseat.licensing.admin.AuditEntry;
import dev.perseat.licensing.admin.AuditQuery;
import dev.perseat.licensing.admin.CommandRefusedException;
import dev.perseat.licensing.admin.LicenseChange;
import dev.perseat.licensing.admin.LicenseCommand;
import dev.perseat.licensing.admin.Licensing;
import dev.perseat.licensing.admin.OperationId;
import dev.perseat.licensing.admin.PageRequest;
import dev.perseat.licensing.admin.Permission;
import dev.perseat.licensing.admin.RedundantLicense;
import dev.perseat.licensing.admin.Role;
import dev.perseat.licensing.admin.TenantLicensing;
import dev.perseat.licensing.assignment.Holdings;
import dev.perseat.licensing.assignment.LicensingPolicy;
import dev.perseat.licensing.assignment.TenantChange;
import dev.perseat.licensing.model.License;
import dev.perseat.licensing.model.ServicePlan;
import dev.perseat.licensing.model.Subscription;
import dev.perseat.licensing.model.TenantId;
import dev.perseat.licensing.model.User;
import dev.perseat.licensing.testkit.directory.InMemoryDirectory;
import dev.perseat.licensing.testkit.service.StoreCheck;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/** Every role, with every command and every question. The tables are written out: nothing here asks the policy. */
class AccessTest {
    private static final Set<Role> ASSIGN_TO_USERS =
            EnumSet.of(Role.GLOBAL_ADMINISTRATOR, Role.LICENSE_ADMINISTRATOR, Role.USER_ADMINISTRATOR);
    private static final Set<Role> ASSIGN_TO_GROUPS = EnumSet.of(
            Role.GLOBAL_ADMINISTRATOR, Role.LICENSE_ADMINISTRATOR, Role.USER_ADMINISTRATOR, Role.GROUPS_ADMINISTRATOR);
    private static final Set<Role> DIRECTORY =
            EnumSet.of(Role.GLOBAL_ADMINISTRATOR, Role.USER_ADMINISTRATOR, Role.GROUPS_ADMINISTRATOR);
    private static final Set<Role> REPROCESS = ASSIGN_TO_USERS;
    private static final Set<Role> BUY = EnumSet.of(Role.GLOBAL_ADMINISTRATOR, Role.BILLING_ADMINISTRATOR);
    private static final Set<Role> GLOBAL = EnumSet.of(Role.GLOBAL_ADMINISTRATOR);
    private static final Set<Role> EVERYBODY = EnumSet.allOf(Role.class);

    private final Contoso contoso = new Contoso(2);

    private static Map<LicenseCommand, Set<Role>> commands() {
        Map<LicenseCommand, Set<Role>> commands = new LinkedHashMap<>();
        commands.put(
                new LicenseCommand.ChangeGroupLicenses(SALES, LicenseChange.set(License.of(OFFICE))), ASSIGN_TO_GROUPS);
        commands.put(new LicenseCommand.CancelOperation(OperationId.of(1)), ASSIGN_TO_GROUPS);
        commands.put(
                new LicenseCommand.ChangeUserLicenses(user(1), LicenseChange.set(License.of(VISIO))), ASSIGN_TO_USERS);
        commands.put(new LicenseCommand.RemoveRedundantLicenses(List.of(claim())), ASSIGN_TO_USERS);
        commands.put(new LicenseCommand.ReprocessGroup(SALES), REPROCESS);
        commands.put(new LicenseCommand.ReprocessUser(user(1)), REPROCESS);
        commands.put(new LicenseCommand.SetSubscription(Subscription.of(OFFICE, 5)), BUY);
        commands.put(new LicenseCommand.RemoveSubscription(OFFICE), BUY);
        commands.put(
                new LicenseCommand.ChangeCatalogue(List.of(new TenantChange.ServicePlanSet(
                        ServicePlan.builder(Contoso.MAIL).build()))),
                GLOBAL);
        commands.put(new LicenseCommand.SetPolicy(LicensingPolicy.entra()), GLOBAL);
        commands.put(
                new LicenseCommand.ChangeDirectory(
                        List.of(new TenantChange.UserSet(User.builder(user(3)).build()))),
                DIRECTORY);
        commands.put(new LicenseCommand.RemoveGroup(SALES), DIRECTORY);
        return commands;
    }

    private static RedundantLicense claim() {
        return new RedundantLicense(
                user(1), OFFICE, Collections.emptySortedSet(), List.of(SALES), Collections.emptySortedSet());
    }

    private static Map<String, BiConsumer<TenantLicensing, Actor>> questions() {
        PageRequest page = PageRequest.first(10);
        Map<String, BiConsumer<TenantLicensing, Actor>> questions = new LinkedHashMap<>();
        questions.put("licenses", TenantLicensing::licenses);
        questions.put("license", (tenant, actor) -> tenant.license(actor, OFFICE));
        questions.put("users", (tenant, actor) -> tenant.users(actor, OFFICE, page));
        questions.put("groups", (tenant, actor) -> tenant.groups(actor, "", page));
        questions.put("status", (tenant, actor) -> tenant.status(actor, SALES));
        questions.put("user", (tenant, actor) -> tenant.user(actor, user(1)));
        questions.put("errors", (tenant, actor) -> tenant.errors(actor, SALES, page));
        questions.put("redundantLicenses", (tenant, actor) -> tenant.redundantLicenses(actor, page));
        questions.put("operations", (tenant, actor) -> tenant.operations(actor, page));
        questions.put("operation", (tenant, actor) -> tenant.operation(actor, OperationId.of(1)));
        questions.put("audit", (tenant, actor) -> tenant.audit(actor, AuditQuery.all(), page));
        questions.put("holdingsAt", (tenant, actor) -> tenant.holdingsAt(actor, java.time.Instant.EPOCH));
        questions.put("holdingsAt user", (tenant, actor) -> tenant.holdingsAt(actor, user(1), java.time.Instant.EPOCH));
        questions.put("preview", (tenant, actor) -> tenant.preview(actor, new LicenseCommand.ReprocessUser(user(1))));
        return questions;
    }

    @Test
    void submit_everyRoleAndCommand_asTheTableSays() {
        TenantLicensing tenant = contoso.created(contoso.open(contoso.inline()));
        assertThat(commands().keySet().stream().map(Object::getClass).distinct())
                .as("kinds of commands")
                .hasSameSizeAs(LicenseCommand.class.getPermittedSubclasses());
        commands().forEach((command, permitted) -> {
            for (Role role : Role.values()) {
                Actor actor = Actor.of("somebody", role);
                if (permitted.contains(role)) {
                    assertThat(isPermitted(tenant, actor, command))
                            .as("%s does %s", role, command)
                            .isTrue();
                } else {
                    checkDenied(tenant, actor, command);
                }
            }
            checkDenied(tenant, Actor.of("nobody"), command);
        });
    }

    private static boolean isPermitted(TenantLicensing tenant, Actor actor, LicenseCommand command) {
        try {
            tenant.submit(actor, command);
            return true;
        } catch (CommandRefusedException e) {
            return true;
        } catch (AccessDeniedException e) {
            return false;
        }
    }

    /** A refusal stores nothing but its record. */
    private void checkDenied(TenantLicensing tenant, Actor actor, LicenseCommand command) {
        long version = contoso.store.head(ID).version();
        Holdings holdings = StoreCheck.holdings(contoso.store, ID);
        int entries = StoreCheck.trail(contoso.store, ID).size();
        assertThatThrownBy(() -> tenant.submit(actor, command))
                .as("%s does %s", actor.roles(), command)
                .isInstanceOfSatisfying(
                        AccessDeniedException.class,
                        it -> assertThat(it.permission()).isEqualTo(command.permission()));
        assertThat(contoso.store.head(ID).version()).isEqualTo(version);
        assertThat(StoreCheck.holdings(contoso.store, ID)).isEqualTo(holdings);
        assertThat(StoreCheck.trail(contoso.store, ID)).hasSize(entries + 1);
        AuditEntry record = StoreCheck.trail(contoso.store, ID).get(entries).entry();
        assertThat(record.refused()).isTrue();
        assertThat(record.actorId()).isEqualTo(actor.id());
        assertThat(record.activity()).isEqualTo(command.activity());
        assertThat(record.target()).isEqualTo(command.target());
    }

    @Test
    void ask_everyRoleAndQuestion_asTheTableSays() {
        TenantLicensing tenant = contoso.created(contoso.open(contoso.inline()));
        int entries = StoreCheck.trail(contoso.store, ID).size();
        questions().forEach((name, question) -> {
            for (Role role : EVERYBODY) {
                assertThatCode(() -> question.accept(tenant, Actor.of("somebody", role)))
                        .as("%s asks %s", role, name)
                        .doesNotThrowAnyException();
            }
            assertThatThrownBy(() -> question.accept(tenant, Actor.of("nobody")))
                    .as("nobody asks %s", name)
                    .isInstanceOfSatisfying(
                            AccessDeniedException.class,
                            it -> assertThat(it.permission()).isEqualTo(Permission.READ));
        });
        assertThat(StoreCheck.trail(contoso.store, ID)).hasSize(entries);
    }

    @Test
    void create_everyRole_onlyGlobalAdministrators() {
        for (Role role : Role.values()) {
            TenantId id = TenantId.of(role.name());
            try (Licensing licensing = contoso.open(contoso.inline())) {
                Actor actor = Actor.of("somebody", role);
                if (GLOBAL.contains(role)) {
                    licensing.create(actor, Contoso.snapshot(id, 1), Holdings.empty());
                } else {
                    assertThatThrownBy(() -> licensing.create(actor, Contoso.snapshot(id, 1), Holdings.empty()))
                            .isInstanceOf(AccessDeniedException.class);
                }
                assertThat(licensing.tenants().contains(id)).isEqualTo(GLOBAL.contains(role));
            }
        }
    }

    @Test
    void synchronize_everyRole_asTheTableSays() {
        InMemoryDirectory directory = InMemoryDirectory.of(contoso.start.snapshot());
        TenantLicensing tenant = contoso.created(contoso.open(contoso.inline().directory(directory)));
        for (Role role : Role.values()) {
            Actor actor = Actor.of("somebody", role);
            if (DIRECTORY.contains(role)) {
                assertThat(tenant.synchronize(actor)).isEmpty();
            } else {
                assertThatThrownBy(() -> tenant.synchronize(actor)).isInstanceOf(AccessDeniedException.class);
            }
        }
    }

    @Test
    void submit_ownPolicy_isAskedInPlaceOfTheTable() {
        Actor robot = Actor.of("robot");
        try (Licensing licensing = DefaultLicensing.builder(contoso.store)
                .clock(contoso.clock)
                .executor(Runnable::run)
                .accessPolicy((actor, tenant, permission) -> actor.id().equals("robot") && tenant.equals(ID))
                .build()) {
            licensing.create(robot, contoso.start.snapshot(), Holdings.empty());
            assertThat(isPermitted(licensing.tenant(ID), robot, Contoso.ASSIGN)).isTrue();
            assertThat(isPermitted(licensing.tenant(ID), ADMIN, Contoso.ASSIGN)).isFalse();
        }
    }
}
