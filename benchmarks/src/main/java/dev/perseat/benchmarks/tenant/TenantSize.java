package dev.perseat.benchmarks.tenant;

/**
 * How large a generated tenant is.
 *
 * @param users how many users there are
 * @param groups how many groups there are
 * @param licensedGroups how many of the groups have licences
 */
public record TenantSize(int users, int groups, int licensedGroups) {}
