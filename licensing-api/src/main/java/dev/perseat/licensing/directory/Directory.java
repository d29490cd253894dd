package dev.perseat.licensing.directory;

import dev.perseat.licensing.model.Group;
import dev.perseat.licensing.model.GroupId;
import dev.perseat.licensing.model.Tenant;
import dev.perseat.licensing.model.User;
import dev.perseat.licensing.model.UserId;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The directory of one tenant: who is there, and who is in which group. Applications and adapters implement it; the
 * library only reads.
 *
 * <table>
 * <caption>Rules</caption>
 * <tr><th>Rule</th><th></th><th>Intent</th></tr>
 * <tr><td>D1</td><td>{@link #tenant()} MUST always return the same tenant id.</td><td>one object, one tenant</td></tr>
 * <tr><td>D2</td><td>{@link #users()} MUST give every user exactly once, in any order.</td><td>ids are unique</td></tr>
 * <tr><td>D3</td><td>{@link #groups()} MUST give every group exactly once, in any order.</td><td>ids are
 * unique</td></tr>
 * <tr><td>D4</td><td>{@link #memberships()} MUST give every direct membership of every group at least once, in any
 * order, and nothing that reaches a group only through another one.</td><td>nesting is the library's matter</td></tr>
 * <tr><td>D5</td><td>Every user and group that a membership names MUST be given by {@link #users()} or {@link
 * #groups()}. Members of other sorts (devices, contacts) MUST be left out.</td><td>no dangling reference</td></tr>
 * <tr><td>D6</td><td>{@link #memberships(GroupId)} MUST give exactly those of {@link #memberships()} that are of the
 * group, and none for a group that does not exist.</td><td>part and whole agree</td></tr>
 * <tr><td>D7</td><td>{@link #user(UserId)} and {@link #group(GroupId)} MUST give what the streams give, and empty for
 * an id that does not exist.</td><td>part and whole agree</td></tr>
 * <tr><td>D8</td><td>Each call of a method that returns a stream MUST begin anew, and the streams MUST NOT disturb each
 * other.</td><td>several readers</td></tr>
 * <tr><td>D9</td><td>Streams SHOULD be lazy and hold only some page of the content at a time.</td><td>ten million
 * users</td></tr>
 * <tr><td>D10</td><td>A stream that was given up MUST release what it holds when it is closed; closing twice MUST be
 * harmless.</td><td>callers stop early, and always close</td></tr>
 * <tr><td>D11</td><td>All methods MUST be callable by several threads at once; one stream is used by one thread at a
 * time.</td><td>a service has many threads</td></tr>
 * <tr><td>D12</td><td>Nothing returned may be null. What cannot be read MUST surface as {@link DirectoryException} from
 * the method or from the stream's terminal operation, and MUST NOT end a stream early as if it were complete.</td><td>a
 * half-read group would take licences away</td></tr>
 * <tr><td>D13</td><td>As long as the directory does not change, the same call MUST give the same content.</td>
 * <td>repeatable calculations</td></tr>
 * </table>
 *
 * <p>When a method throws, the library gives up what it was reading and takes nothing of it for an answer; whoever asked
 * for it is told, and may ask again.
 *
 * @since 0.1
 */
public interface Directory {
    /**
     * Returns the tenant.
     *
     * @return the tenant, with the usage location of the directory
     * @throws DirectoryException if the directory cannot be read
     */
    Tenant tenant();

    /**
     * Returns all users. The caller closes the stream.
     *
     * @return a stream of every user, exactly once, in any order
     * @throws DirectoryException if the directory cannot be read, here or from the stream
     */
    Stream<User> users();

    /**
     * Returns all groups, with the licences that the directory itself knows of (none, if licences are not its matter).
     * The caller closes the stream.
     *
     * @return a stream of every group, exactly once, in any order
     * @throws DirectoryException if the directory cannot be read, here or from the stream
     */
    Stream<Group> groups();

    /**
     * Returns the direct members of all groups. The caller closes the stream.
     *
     * @return a stream of every direct membership, in any order; repetitions are harmless
     * @throws DirectoryException if the directory cannot be read, here or from the stream
     */
    Stream<Membership> memberships();

    /**
     * Returns the direct members of one group. The caller closes the stream.
     *
     * @param group any group id
     * @return a stream of its direct memberships, in any order; empty if there is no such group
     * @throws DirectoryException if the directory cannot be read, here or from the stream
     */
    Stream<Membership> memberships(GroupId group);

    /**
     * Returns one user.
     *
     * @param id any user id
     * @return the user, or empty if there is none
     * @throws DirectoryException if the directory cannot be read
     */
    Optional<User> user(UserId id);

    /**
     * Returns one group.
     *
     * @param id any group id
     * @return the group, or empty if there is none
     * @throws DirectoryException if the directory cannot be read
     */
    Optional<Group> group(GroupId id);
}
