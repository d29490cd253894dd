package dev.perseat.licensing.testkit.store;

import dev.perseat.licensing.admin.AuditRecord;
import dev.perseat.licensing.assignment.LicensingPolicy;
import dev.perseat.licensing.directory.Membership;
import dev.perseat.licensing.model.Group;
import dev.perseat.licensing.model.ServicePlan;
import dev.perseat.licensing.model.Sku;
import dev.perseat.licensing.model.Subscription;
import dev.perseat.licensing.model.Tenant;
import dev.perseat.licensing.model.User;
import dev.perseat.licensing.store.Head;
import dev.perseat.licensing.store.PostponedChange;
import dev.perseat.licensing.store.Step;
import dev.perseat.licensing.store.StoredTenant;
import java.util.List;
import java.util.stream.Stream;

/** A moment of a tenant that cannot be read any more once the process is dead; closing it always goes well. */
record MortalTenant(StoredTenant right, Runnable dieIfKilled) implements StoredTenant {
    private StoredTenant alive() {
        dieIfKilled.run();
        return right;
    }

    @Override
    public Head head() {
        return alive().head();
    }

    @Override
    public Tenant tenant() {
        return alive().tenant();
    }

    @Override
    public LicensingPolicy policy() {
        return alive().policy();
    }

    @Override
    public List<ServicePlan> servicePlans() {
        return alive().servicePlans();
    }

    @Override
    public List<Sku> skus() {
        return alive().skus();
    }

    @Override
    public List<Subscription> subscriptions() {
        return alive().subscriptions();
    }

    @Override
    public Stream<Group> groups() {
        return alive().groups();
    }

    @Override
    public Stream<User> users() {
        return alive().users();
    }

    @Override
    public Stream<Membership> memberships() {
        return alive().memberships();
    }

    @Override
    public Stream<Holding> holdings() {
        return alive().holdings();
    }

    @Override
    public List<Step> openSteps() {
        return alive().openSteps();
    }

    @Override
    public Stream<AuditRecord> applied() {
        return alive().applied();
    }

    @Override
    public List<PostponedChange> postponed() {
        return alive().postponed();
    }

    @Override
    public void close() {
        right.close();
    }
}
