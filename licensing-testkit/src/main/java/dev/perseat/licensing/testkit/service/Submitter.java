package dev.perseat.licensing.testkit.service;

import static dev.perseat.licensing.testkit.service.StoreCheck.ADMIN;

import dev.perseat.licensing.admin.CommandRefusedException;
import dev.perseat.licensing.admin.LicenseCommand;
import dev.perseat.licensing.admin.Operation;
import dev.perseat.licensing.admin.RequestId;
import dev.perseat.licensing.admin.TenantLicensing;
import dev.perseat.licensing.assignment.TenantSnapshot;
import dev.perseat.licensing.store.LicenseStore;
import dev.perseat.licensing.store.LicenseStoreException;
import dev.perseat.licensing.testkit.generate.CommandGenerator;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Gives commands to a tenant, each until there is an answer. */
final class Submitter {
    private static final int MOST_ATTEMPTS = 1_000;

    private final TenantLicensing licensing;
    private final String name;
    private final List<Operation> accepted = new ArrayList<>();
    private int requests;

    /**
     * Makes one.
     *
     * @param name what its requests are called
     */
    Submitter(TenantLicensing licensing, String name) {
        this.licensing = licensing;
        this.name = name;
    }

    /** Returns the operations of the commands that were accepted. */
    List<Operation> accepted() {
        return accepted;
    }

    /** Gives commands about the tenant as the store has it, so many times. */
    void submitAll(CommandGenerator generator, TenantSnapshot start, LicenseStore store, int times) {
        LogReader log = new LogReader(start, store);
        for (int time = 0; time < times; time++) {
            log.readOn();
            generator.nextCommands(log.snapshot(), log.version()).forEach(this::submit);
        }
    }

    /** Gives a command under a new request, and returns its operation, or empty if it is refused. */
    Optional<Operation> submit(LicenseCommand command) {
        RequestId request = RequestId.of(name + "-" + requests++);
        for (int attempt = 1; ; attempt++) {
            try {
                Operation operation = licensing.submit(ADMIN, command, request);
                accepted.add(operation);
                return Optional.of(operation);
            } catch (CommandRefusedException e) {
                return Optional.empty();
            } catch (LicenseStoreException e) {
                if (e.reason() != LicenseStoreException.Reason.UNAVAILABLE || attempt == MOST_ATTEMPTS) {
                    throw e;
                }
            }
        }
    }
}
