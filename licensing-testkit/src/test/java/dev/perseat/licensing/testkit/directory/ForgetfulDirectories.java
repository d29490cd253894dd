package dev.perseat.licensing.testkit.directory;

import dev.perseat.licensing.assignment.TenantChange;
import dev.perseat.licensing.directory.ChangeTrackingDirectory;
import dev.perseat.licensing.model.SkuId;
import dev.perseat.licensing.model.User;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Directories that each break one rule of {@link ChangeTrackingDirectory}, by a name that begins with the rule. */
final class ForgetfulDirectories {
    private ForgetfulDirectories() {}

    static Map<String, Function<ChangingDirectory, TrackingDirectory>> all() {
        Map<String, Function<ChangingDirectory, TrackingDirectory>> all = new TreeMap<>();
        all.put("d14 users read from a copy that lags behind", Lagging::new);
        all.put("d14 a token longer than can be kept", LongToken::new);
        all.put("d15 the last change left out", right -> telling(right, ForgetfulDirectories::allButLast));
        all.put("d15 what goes is not told", right -> telling(right, ForgetfulDirectories::comings));
        all.put("d15 told in the wrong order", right -> telling(right, ForgetfulDirectories::reversed));
        all.put("d15 the next token is that of a later moment", OneChange::new);
        all.put("d16 a token is good for once", OnceOnly::new);
        all.put("d17 an unknown token tells that nothing happened", NothingHappened::new);
        all.put("d18 subscriptions are told", right -> telling(right, ForgetfulDirectories::withSubscription));
        return all;
    }

    private static TrackingDirectory telling(ChangingDirectory right, UnaryOperator<List<TenantChange>> broken) {
        return new TrackingDirectory(right) {
            @Override
            public Optional<Delta> changesSince(String token) {
                return changing.changesSince(token).map(it -> new Delta(broken.apply(it.changes()), it.next()));
            }
        };
    }

    private static List<TenantChange> allButLast(List<TenantChange> changes) {
        return changes.isEmpty() ? changes : changes.subList(0, changes.size() - 1);
    }

    private static List<TenantChange> comings(List<TenantChange> changes) {
        return changes.stream()
                .filter(it -> !(it instanceof TenantChange.MembershipRemoved))
                .toList();
    }

    private static List<TenantChange> reversed(List<TenantChange> changes) {
        List<TenantChange> reversed = new ArrayList<>(changes);
        Collections.reverse(reversed);
        return reversed;
    }

    private static List<TenantChange> withSubscription(List<TenantChange> changes) {
        List<TenantChange> more = new ArrayList<>(changes);
        more.add(new TenantChange.SubscriptionRemoved(SkuId.of("E3")));
        return more;
    }

    private static final class Lagging extends TrackingDirectory {
        private List<User> copy;

        Lagging(ChangingDirectory right) {
            super(right);
            copy = right.users().toList();
        }

        @Override
        public synchronized Stream<User> users() {
            List<User> old = copy;
            copy = changing.users().toList();
            return old.stream();
        }
    }

    private static final class LongToken extends TrackingDirectory {
        LongToken(ChangingDirectory right) {
            super(right);
        }

        @Override
        public String token() {
            return "x".repeat(4_000) + changing.token();
        }
    }

    /** Tells one change at a time, and calls the token of now the next one. */
    private static final class OneChange extends TrackingDirectory {
        OneChange(ChangingDirectory right) {
            super(right);
        }

        @Override
        public Optional<Delta> changesSince(String token) {
            return changing.changesSince(token)
                    .map(it -> new Delta(it.changes().stream().limit(1).toList(), it.next()));
        }
    }

    private static final class OnceOnly extends TrackingDirectory {
        private final Set<String> used = ConcurrentHashMap.newKeySet();

        OnceOnly(ChangingDirectory right) {
            super(right);
        }

        @Override
        public Optional<Delta> changesSince(String token) {
            return used.add(token) ? changing.changesSince(token) : Optional.empty();
        }
    }

    private static final class NothingHappened extends TrackingDirectory {
        NothingHappened(ChangingDirectory right) {
            super(right);
        }

        @Override
        public Optional<Delta> changesSince(String token) {
            return changing.changesSince(token).or(() -> Optional.of(new Delta(List.of(), changing.token())));
        }
    }
}
