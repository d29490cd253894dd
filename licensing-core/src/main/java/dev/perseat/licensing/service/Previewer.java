package dev.perseat.licensing.service;

import dev.perseat.licensing.admin.ExplainedState;
import dev.perseat.licensing.admin.MemberErrors;
import dev.perseat.licensing.admin.Preview;
import dev.perseat.licensing.assignment.AssignmentSource;
import dev.perseat.licensing.assignment.ChangeEffect;
import dev.perseat.licensing.assignment.HoldingChange;
import dev.perseat.licensing.assignment.LicenseAssignmentState;
import dev.perseat.licensing.assignment.LicenseViolation;
import dev.perseat.licensing.assignment.LiveCalculation;
import dev.perseat.licensing.assignment.TenantChange;
import dev.perseat.licensing.assignment.UserChange;
import dev.perseat.licensing.directory.Membership;
import dev.perseat.licensing.model.GroupId;
import dev.perseat.licensing.model.SkuId;
import dev.perseat.licensing.model.UserId;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/** Tells what changes would do: to whom they give and take, who would get an error, who would move up. */
final class Previewer {
    private final TenantReplica replica;
    private final LiveCalculation live;

    Previewer(TenantReplica replica) {
        this.replica = replica;
        live = replica.live;
    }

    Preview preview(List<TenantChange> changes) {
        List<GroupId> groups = GroupsReached.by(changes, replica.things);
        Sentences sentences = new Sentences(replica.things.with(changes));
        ChangeEffect effect = live.preview(changes);
        NavigableSet<UserId> told = users(changes);
        List<Preview.Promotion> promotions = promotions(effect, told);
        Suspects suspects = new Suspects(replica, changes, effect, told);
        List<MemberErrors> errors = live.preview(changes, (same, after) -> {
            List<MemberErrors> found = new ArrayList<>();
            for (UserId user : suspects.after(groups, after)) {
                List<ExplainedState> states = after.states(user).stream()
                        .filter(state -> state.violation() != null)
                        .map(state -> sentences.explain(user, state))
                        .toList();
                if (!states.isEmpty()) {
                    found.add(new MemberErrors(user, states));
                }
            }
            return found;
        });
        return new Preview(
                effect, errors.stream().flatMap(it -> news(it).stream()).toList(), promotions, groups);
    }

    /** Returns the users that changes name. */
    private static NavigableSet<UserId> users(List<TenantChange> changes) {
        NavigableSet<UserId> users = new TreeSet<>();
        for (TenantChange change : changes) {
            if (change instanceof TenantChange.UserSet it) {
                users.add(it.user().id());
            } else if (change instanceof TenantChange.MembershipAdded it
                    && it.membership() instanceof Membership.OfUser membership) {
                users.add(membership.member());
            } else if (change instanceof TenantChange.MembershipRemoved it
                    && it.membership() instanceof Membership.OfUser membership) {
                users.add(membership.member());
            }
        }
        return users;
    }

    /** Returns what of a user's errors is not there now, if anything. */
    private List<MemberErrors> news(MemberErrors after) {
        List<LicenseAssignmentState> now =
                live.user(after.userId()).isPresent() ? live.states(after.userId()) : List.of();
        List<ExplainedState> news = after.states().stream()
                .filter(it -> now.stream().noneMatch(is -> isSameError(is, it.state())))
                .toList();
        return news.isEmpty() ? List.of() : List.of(new MemberErrors(after.userId(), news));
    }

    private static boolean isSameError(LicenseAssignmentState is, LicenseAssignmentState was) {
        return is.source().equals(was.source())
                && is.skuId().equals(was.skuId())
                && is.violation() != null
                && was.violation() != null
                && is.violation().kind() == was.violation().kind();
    }

    /** Returns who gains a SKU that they wait for now, without being named by the changes. */
    private List<Preview.Promotion> promotions(ChangeEffect effect, NavigableSet<UserId> told) {
        List<Preview.Promotion> promotions = new ArrayList<>();
        for (UserChange change : effect.changes()) {
            if (!told.contains(change.userId()) && live.user(change.userId()).isPresent()) {
                NavigableSet<SkuId> gained = new TreeSet<>();
                for (HoldingChange it : change.changes()) {
                    if (it.before() == null && waits(change.userId(), it.source(), it.skuId())) {
                        gained.add(it.skuId());
                    }
                }
                gained.forEach(sku -> promotions.add(new Preview.Promotion(change.userId(), sku)));
            }
        }
        return promotions;
    }

    private boolean waits(UserId user, AssignmentSource source, SkuId sku) {
        return live.states(user).stream()
                .anyMatch(state -> state.source().equals(source)
                        && state.skuId().equals(sku)
                        && state.violation() instanceof LicenseViolation.Count);
    }
}
