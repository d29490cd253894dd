package dev.perseat.licensing.engine;

import java.util.List;

/**
 * The proxy addresses that more than one user has, compared without case (section 5, check 3 of the law). Empty if no
 * plan of the tenant asks for it.
 */
interface SharedAddresses {
    /** Returns whether another user has one of a user's addresses. */
    boolean has(int user);

    /** Returns the first of a user's addresses, as listed, that another user has, too. */
    String firstShared(int user, List<String> addresses);

    /** Returns the first user, other than the one given, who has a shared address. */
    int otherUser(String address, int user);

    /** Folds case code point by code point, so that no locale has a say. */
    static String fold(String address) {
        StringBuilder folded = new StringBuilder(address.length());
        address.codePoints()
                .map(codePoint -> Character.toLowerCase(Character.toUpperCase(codePoint)))
                .forEach(folded::appendCodePoint);
        return folded.toString();
    }
}
