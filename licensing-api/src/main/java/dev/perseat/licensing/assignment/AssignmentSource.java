package dev.perseat.licensing.assignment;

import dev.perseat.licensing.model.GroupId;
import java.util.Optional;

/**
 * Where a user has a licence from: assigned directly, or inherited from a group. Direct comes before every group; groups
 * compare by id.
 *
 * @since 0.1
 */
public sealed interface AssignmentSource extends Comparable<AssignmentSource> {
    /**
     * Assigned to the user directly.
     *
     * @since 0.1
     */
    record Direct() implements AssignmentSource {
        private static final Direct INSTANCE = new Direct();

        @Override
        public Optional<GroupId> group() {
            return Optional.empty();
        }

        /** Returns {@code "direct"}. */
        @Override
        public String toString() {
            return "direct";
        }
    }

    /**
     * Inherited from a group, which need not exist any more.
     *
     * @param groupId the group
     * @since 0.1
     */
    record Inherited(GroupId groupId) implements AssignmentSource {
        @Override
        public Optional<GroupId> group() {
            return Optional.of(groupId);
        }

        /** Returns {@code "group "} and the id. */
        @Override
        public String toString() {
            return "group " + groupId;
        }
    }

    /**
     * Returns the direct source.
     *
     * @return the one direct source
     */
    static AssignmentSource direct() {
        return Direct.INSTANCE;
    }

    /**
     * Returns a group as a source.
     *
     * @param groupId the group
     * @return the source
     */
    static AssignmentSource group(GroupId groupId) {
        return new Inherited(groupId);
    }

    /**
     * Returns the group that the licence is inherited from.
     *
     * @return the group, or empty if the licence is direct
     */
    Optional<GroupId> group();

    /**
     * Returns whether this is the direct source.
     *
     * @return true if direct
     */
    default boolean isDirect() {
        return group().isEmpty();
    }

    /** Direct first, then groups by id. */
    @Override
    default int compareTo(AssignmentSource other) {
        if (isDirect() || other.isDirect()) {
            return Boolean.compare(other.isDirect(), isDirect());
        }
        return group().orElseThrow().compareTo(other.group().orElseThrow());
    }
}
