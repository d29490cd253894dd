package dev.perseat.benchmarks.tenant;

/** How large a tenant is. All are nested alike: ten levels of groups, some cycles, about five memberships a user. */
public enum TenantShape {
    /** 200 users: for tests. */
    NESTED_200(200, 40, 20),
    /** 10,000 users. */
    NESTED_10K(10_000, 1_000, 100),
    /** 100,000 users. */
    NESTED_100K(100_000, 5_000, 250),
    /** 1,000,000 users. */
    NESTED_1M(1_000_000, 20_000, 500),
    /** 10,000,000 users. */
    GIANT_10M(10_000_000, 50_000, 500);

    private final TenantSize size;

    TenantShape(int users, int groups, int licensedGroups) {
        size = new TenantSize(users, groups, licensedGroups);
    }

    /** Returns how large the tenant is. */
    public TenantSize size() {
        return size;
    }

    /** Returns how many users there are. */
    public int users() {
        return size.users();
    }

    /** Returns how many groups there are. */
    public int groups() {
        return size.groups();
    }

    /** Returns how many of the groups have licences. */
    public int licensedGroups() {
        return size.licensedGroups();
    }
}
