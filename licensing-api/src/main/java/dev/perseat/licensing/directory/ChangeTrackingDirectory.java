package dev.perseat.licensing.directory;

import dev.perseat.licensing.assignment.TenantChange;
import java.util.List;
import java.util.Optional;

/**
 * A directory that can tell what has changed since some moment, so that it need not be read as a whole again.
 *
 * <table>
 * <caption>Rules, beside those of {@link Directory}</caption>
 * <tr><th>Rule</th><th></th><th>Intent</th></tr>
 * <tr><td>D14</td><td>{@link #token()} MUST be asked before the directory is read as a whole: what is read then MUST have at
 * least everything that happened before the token.</td><td>nothing is missed</td></tr>
 * <tr><td>D15</td><td>{@link #changesSince} MUST tell at least everything that happened after the token and before the next
 * one, in an order in which it could have happened; telling again what is known already is harmless.</td><td>nothing is
 * missed</td></tr>
 * <tr><td>D16</td><td>The same token MUST be accepted again, so that an answer that was lost can be asked for
 * again.</td><td>crash</td></tr>
 * <tr><td>D17</td><td>A token that is not known any more MUST give an empty answer, never an incomplete one; the directory is
 * then read as a whole.</td><td>tokens expire</td></tr>
 * <tr><td>D18</td><td>Only {@code MembershipAdded}, {@code MembershipRemoved}, {@code UserSet}, {@code UserRemoved}, {@code
 * GroupSet}, {@code GroupRemoved} and {@code TenantSet} may be told.</td><td>a directory knows no licences</td></tr>
 * </table>
 *
 * @since 0.1
 */
public interface ChangeTrackingDirectory extends Directory {
    /**
     * Returns a token for this moment.
     *
     * @return any text that {@link #changesSince} takes, at most 4,000 UTF-16 code units
     * @throws DirectoryException if the directory cannot be read
     */
    String token();

    /**
     * Returns what has changed since a moment.
     *
     * @param token a token that this directory gave, perhaps in an earlier life
     * @return the changes, or empty if the token is not known any more
     * @throws DirectoryException if the directory cannot be read
     */
    Optional<Delta> changesSince(String token);

    /**
     * What has changed.
     *
     * @param changes the changes, in order; unmodifiable, perhaps empty
     * @param next the token to ask with next time
     * @since 0.1
     */
    record Delta(List<TenantChange> changes, String next) {
        /**
         * Copies the changes.
         *
         * @param changes the changes
         * @param next the token to ask with next time
         */
        public Delta {
            changes = List.copyOf(changes);
        }
    }
}
