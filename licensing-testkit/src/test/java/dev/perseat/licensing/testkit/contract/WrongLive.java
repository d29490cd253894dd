package dev.perseat.licensing.testkit.contract;

import dev.perseat.licensing.assignment.AssignmentResult;
import dev.perseat.licensing.assignment.ChangeEffect;
import dev.perseat.licensing.assignment.Holdings;
import dev.perseat.licensing.assignment.InvalidTenantException;
import dev.perseat.licensing.assignment.LicenseAssignmentState;
import dev.perseat.licensing.assignment.LiveCalculation;
import dev.perseat.licensing.assignment.TenantChange;
import dev.perseat.licensing.assignment.TenantSnapshot;
import dev.perseat.licensing.directory.Membership;
import dev.perseat.licensing.model.GroupId;
import dev.perseat.licensing.model.User;
import dev.perseat.licensing.model.UserId;
import dev.perseat.licensing.testkit.reference.ReferenceCalculator;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Live calculations that do a single thing wrongly: mistakes that a fast one could well make. */
final class WrongLive {
    private WrongLive() {}

    private static boolean isApplied(List<TenantChange> changes, LiveCalculation live) {
        try {
            live.apply(changes);
            return true;
        } catch (InvalidTenantException notValid) {
            return false;
        }
    }

    /** Looks only at those whom a change names, and not at those who wait for the seats that it frees. */
    static final class ForgetsWhoWaits extends DelegatingLive {
        private final Map<UserId, List<LicenseAssignmentState>> forgotten = new HashMap<>();

        ForgetsWhoWaits(LiveCalculation right) {
            super(right);
        }

        @Override
        public ChangeEffect apply(List<TenantChange> changes) {
            Map<UserId, List<LicenseAssignmentState>> waiting = new HashMap<>();
            snapshot().users().stream().map(User::id).forEach(user -> waiting.put(user, states(user)));
            waiting.keySet().removeAll(named(changes));
            ChangeEffect effect = right.apply(changes);
            waiting.keySet()
                    .removeIf(user -> effect.changes().stream()
                            .noneMatch(change -> change.userId().equals(user)));
            forgotten.putAll(waiting);
            return new ChangeEffect(
                    effect.changes().stream()
                            .filter(change -> !waiting.containsKey(change.userId()))
                            .toList(),
                    effect.seats());
        }

        private Set<UserId> named(List<TenantChange> changes) {
            Set<UserId> named = new TreeSet<>();
            for (TenantChange change : changes) {
                if (change instanceof TenantChange.MembershipRemoved it
                        && it.membership() instanceof Membership.OfUser membership) {
                    named.add(membership.member());
                } else if (change instanceof TenantChange.UserRemoved it) {
                    named.add(it.userId());
                } else {
                    snapshot().users().stream().map(User::id).forEach(named::add);
                }
            }
            return named;
        }

        @Override
        public List<LicenseAssignmentState> states(UserId user) {
            return forgotten.getOrDefault(user, right.states(user));
        }
    }

    /** Lets nobody in by a group that closes a cycle, though the tenant that it shows has the cycle. */
    static final class LosesMembersOfCycles extends DelegatingLive {
        private TenantSnapshot shown;

        LosesMembersOfCycles(LiveCalculation right) {
            super(right);
            shown = snapshot();
        }

        @Override
        public ChangeEffect apply(List<TenantChange> changes) {
            shown = shown.with(changes);
            return super.apply(changes);
        }

        @Override
        public AssignmentResult result() {
            TenantSnapshot now = shown;
            return new DelegatingResult(right.result()) {
                @Override
                public TenantSnapshot snapshot() {
                    return now;
                }
            };
        }

        @Override
        List<TenantChange> altered(List<TenantChange> changes) {
            return changes.stream().filter(change -> !closesCycle(change)).toList();
        }

        private boolean closesCycle(TenantChange change) {
            return change instanceof TenantChange.MembershipAdded added
                    && added.membership() instanceof Membership.OfGroup edge
                    && isReachable(edge.member(), edge.groupId());
        }

        private boolean isReachable(GroupId from, GroupId wanted) {
            TenantSnapshot snapshot = snapshot();
            Set<GroupId> reached = new HashSet<>();
            Deque<GroupId> open = new ArrayDeque<>(List.of(from));
            while (!open.isEmpty()) {
                GroupId group = open.remove();
                if (snapshot.groupIndex(group) >= 0) {
                    snapshot.memberGroups(group).stream().filter(reached::add).forEach(open::add);
                }
            }
            return reached.contains(wanted);
        }
    }

    /** Tells the effect of all changes, but makes them one after the other. */
    static final class OneByOne extends DelegatingLive {
        OneByOne(LiveCalculation right) {
            super(right);
        }

        @Override
        public ChangeEffect apply(List<TenantChange> changes) {
            ChangeEffect effect = right.preview(changes);
            List<TenantChange> pending = new ArrayList<>();
            for (TenantChange change : changes) {
                pending.add(change);
                if (isApplied(pending, right)) {
                    pending.clear();
                }
            }
            return effect;
        }
    }

    /** Keeps those changes of an invalid list that come before the first mistake. */
    static final class KeepsTheFirstHalf extends DelegatingLive {
        KeepsTheFirstHalf(LiveCalculation right) {
            super(right);
        }

        @Override
        public ChangeEffect apply(List<TenantChange> changes) {
            try {
                return right.apply(changes);
            } catch (InvalidTenantException e) {
                for (int count = changes.size() - 1; count > 0; count--) {
                    if (isApplied(changes.subList(0, count), right)) {
                        break;
                    }
                }
                throw e;
            }
        }
    }

    /** Whoever comes back after some steps holds again what was held before. */
    static final class RemembersWhoWent extends DelegatingLive {
        private Holdings remembered = Holdings.empty();

        RemembersWhoWent(LiveCalculation right) {
            super(right);
        }

        @Override
        public ChangeEffect apply(List<TenantChange> changes) {
            Holdings before = right.result().holdings();
            TenantSnapshot after = snapshot().with(changes);
            Holdings.Builder all = Holdings.builder();
            before.forEach(all::addAll);
            remembered.forEach((user, held) -> {
                if (before.of(user).isEmpty()) {
                    all.addAll(user, held);
                }
            });
            remembered = all.build();
            right = new ReferenceCalculator().compile(after).live(remembered);
            return new ChangeEffect(right.result().changes().toList(), List.of());
        }
    }

    /** Gives out a result that looks up each state when it is asked for it. */
    static final class ChangesItsResults extends DelegatingLive {
        ChangesItsResults(LiveCalculation right) {
            super(right);
        }

        @Override
        public AssignmentResult result() {
            return new DelegatingResult(right.result()) {
                @Override
                public List<LicenseAssignmentState> states(UserId user) {
                    return ChangesItsResults.this.right.states(user);
                }
            };
        }
    }
}
