package dev.perseat.licensing.engine;

import dev.perseat.licensing.model.UserId;
import java.util.List;

/** What has to be known of users, by number, to give reasons. */
interface UserFacts {
    int profileOf(int user);

    UserId userId(int user);

    /** Returns whether the user has a usage location, other than that of the tenant. */
    boolean hasLocation(int user);

    List<String> proxyAddresses(int user);
}
