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

/** A moment of a tenant that says what another one says, but for what a subclass makes different. */
class DelegatingTenant implements StoredTenant {
    private final StoredTenant delegate;

    DelegatingTenant(StoredTenant delegate) {
        this.delegate = delegate;
    }

    /** The moment behind this one, asked for at each call but that of {@link #close}. */
    StoredTenant right() {
        return delegate;
    }

    @Override
    public Head head() {
        return right().head();
    }

    @Override
    public Tenant tenant() {
        return right().tenant();
    }

    @Override
    public LicensingPolicy policy() {
        return right().policy();
    }

    @Override
    public List<ServicePlan> servicePlans() {
        return right().servicePlans();
    }

    @Override
    public List<Sku> skus() {
        return right().skus();
    }

    @Override
    public List<Subscription> subscriptions() {
        return right().subscriptions();
    }

    @Override
    public Stream<Group> groups() {
        return right().groups();
    }

    @Override
    public Stream<User> users() {
        return right().users();
    }

    @Override
    public Stream<Membership> memberships() {
        return right().memberships();
    }

    @Override
    public Stream<Holding> holdings() {
        return right().holdings();
    }

    @Override
    public List<Step> openSteps() {
        return right().openSteps();
    }

    @Override
    public Stream<AuditRecord> applied() {
        return right().applied();
    }

    @Override
    public List<PostponedChange> postponed() {
        return right().postponed();
    }

    @Override
    public void close() {
        delegate.close();
    }
}
