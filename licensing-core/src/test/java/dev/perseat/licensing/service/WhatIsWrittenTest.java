package dev.perseat.licensing.service;

import static dev.perseat.licensing.service.Contoso.ADMIN;
import static dev.perseat.licensing.service.Contoso.ASSIGN;
import static dev.perseat.licensing.service.Contoso.ID;
import static dev.perseat.licensing.service.Contoso.OFFICE;
import static dev.perseat.licensing.service.Contoso.SALES;
import static dev.perseat.licensing.service.Contoso.user;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perseat.licensing.admin.LicenseCommand;
import dev.perseat.licensing.admin.TenantLicensing;
import dev.perseat.licensing.assignment.TenantChange;
import dev.perseat.licensing.directory.Membership;
import dev.perseat.licensing.model.Subscription;
import dev.perseat.licensing.store.BatchCommit;
import dev.perseat.licensing.store.LicenseStore;
import dev.perseat.licensing.store.StepCommit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is written follows the change, not the tenant: as much among a hundred thousand users as among ten thousand. */
class WhatIsWrittenTest {
    /** Everything that a store is told, counted: commits, entries, users whose holdings are asked for. */
    private static final class Told {
        private final List<String> commits = new ArrayList<>();
        private int opened;
        private int asked;

        LicenseStore around(LicenseStore right) {
            return HookedStore.of(right, (store, method, arguments, call) -> {
                note(method, arguments);
                return call.run();
            });
        }

        private void note(String method, Object[] arguments) {
            if (method.equals("open")) {
                opened++;
            } else if (method.equals("holdings")) {
                asked += ((Collection<?>) arguments[1]).size();
            } else if (arguments.length > 0 && arguments[0] instanceof StepCommit it) {
                commits.add("step of " + it.changes().size() + " changes, "
                        + it.audit().size() + " entries");
            } else if (arguments.length > 0 && arguments[0] instanceof BatchCommit it) {
                commits.add("batch of " + it.audit().size() + " entries, "
                        + it.operations().size() + " operations");
            }
        }
    }

    private static Told told(int users, LicenseCommand... commands) {
        Contoso contoso = new Contoso(users);
        Told told = new Told();
        TenantLicensing tenant = contoso.created(
                contoso.open(told.around(contoso.store), contoso.manual().batchSize(1_000)));
        tenant.submit(ADMIN, ASSIGN);
        contoso.executor.runAll();
        told.commits.clear();
        told.opened = 0;
        for (LicenseCommand command : commands) {
            tenant.submit(ADMIN, command);
            contoso.executor.runAll();
        }
        assertThat(contoso.store.head(ID).isOpen()).isFalse();
        return told;
    }

    private static void assertSameFor(LicenseCommand command, String... commits) {
        for (int users : List.of(10_000, 100_000)) {
            Told told = told(users, command);
            assertThat(told.commits).as("%s users", users).containsExactly(commits);
            assertThat(told.opened).isLessThanOrEqualTo(1);
            assertThat(told.asked).isZero();
        }
    }

    @Test
    void memberLeaves_anyTenant_oneUserIsWritten() {
        assertSameFor(
                new LicenseCommand.ChangeDirectory(
                        List.of(new TenantChange.MembershipRemoved(Membership.of(SALES, user(5_000))))),
                "step of 1 changes, 1 entries",
                "batch of 3 entries, 1 operations");
    }

    @Test
    void directLicence_anyTenant_oneUserIsWritten() {
        assertSameFor(
                Contoso.give(user(5_000), Contoso.VISIO),
                "step of 1 changes, 1 entries",
                "batch of 1 entries, 1 operations");
    }

    @Test
    void unitsBought_nobodyWaits_nobodyIsWritten() {
        assertSameFor(
                new LicenseCommand.SetSubscription(Subscription.of(OFFICE, 1_000_000)),
                "step of 1 changes, 1 entries",
                "batch of 0 entries, 1 operations");
    }
}
