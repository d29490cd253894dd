package dev.perseat.benchmarks.tenant;

/** How large a tenant is. All are nested alike: ten levels of groups, some cycles, about five memberships a user. */
public enum TenantShape {
    /** 10,000 users. */
    NESTED_10K(10_000, 1_000, 100),
    /** 100,000 users. */
    NESTED_100K(100_000, 5_000, 250),
    /** 1,000,000 users. */
    NESTED_1M(1_000_000, 20_000, 500),
    /** 10,000,000 users. */
    GIANT_10M(10_000_000, 50_000, 500);

    private final int users;
    private final int groups;
    private final int licensedGroups;

    TenantShape(int users, int groups, int licensedGroups) {
        this.users = users;
        this.groups = groups;
        this.licensedGroups = licensedGroups;
    }

    /** Returns how many users there are. */
    public int users() {
        return users;
    }

    /** Returns how many groups there are. */
    public int groups() {
        return groups;
    }

    /** Returns how many of the groups have licences. */
    public int licensedGroups() {
        return licensedGroups;
    }
}
