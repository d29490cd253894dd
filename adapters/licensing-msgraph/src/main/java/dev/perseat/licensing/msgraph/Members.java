package dev.perseat.licensing.msgraph;

import dev.perseat.licensing.directory.Membership;
import dev.perseat.licensing.model.GroupId;
import dev.perseat.licensing.model.UserId;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The memberships of members.json, one by one even within a group, which may have millions of members. Where the members
 * of a group come before its id, as they do not from Graph, they are kept until the id is known.
 */
final class Members implements Source<Membership> {
    private static final String TYPE_PREFIX = "microsoft.graph.";

    private final ListResponse response;
    private final JsonCursor json;
    private final Predicate<String> isGroup;
    private final Problems problems;

    private boolean finished;

    /** The group that is being read, or null between two groups. */
    private @Nullable OpenGroup group;

    private Members(ListResponse response, Predicate<String> isGroup, Problems problems) {
        this.response = response;
        this.json = response.json();
        this.isGroup = isGroup;
        this.problems = problems;
    }

    /**
     * Opens the file.
     *
     * @param isGroup tells whether an id is that of a group; asked only for a member without a type
     */
    static Members open(Path file, Predicate<String> isGroup, Problems problems) {
        return new Members(ListResponse.open(file), isGroup, problems);
    }

    @Override
    public Optional<Membership> next() {
        Optional<Membership> next = Optional.empty();
        while (next.isEmpty() && !finished) {
            next = step();
        }
        return next;
    }

    /** Reads a little further, perhaps to the next membership. */
    private Optional<Membership> step() {
        if (group != null) {
            return group.step();
        }
        if (response.nextEntry()) {
            group = new OpenGroup(Entry.begin(json, problems));
        } else {
            finished = true;
        }
        return Optional.empty();
    }

    /** The member at whose first token the cursor stands, or empty if it is neither user nor group, or malformed. */
    private Optional<Function<GroupId, Membership>> readMember() {
        Entry entry = Entry.begin(json, problems);
        String type = null;
        String id = null;
        for (String name = json.nextProperty(); name != null; name = json.nextProperty()) {
            switch (name) {
                case "@odata.type" -> type = json.stringOrNull();
                case "id" -> id = json.stringOrNull();
                default -> json.skip();
            }
        }
        return switch (sort(type, id)) {
            case "user" -> entry.id("user", id, UserId::of).map(user -> in -> Membership.of(in, user));
            case "group" -> entry.id("group", id, GroupId::of).map(member -> in -> Membership.of(in, member));
            default -> Optional.empty();
        };
    }

    private String sort(@Nullable String type, @Nullable String id) {
        if (type == null) {
            return id != null && isGroup.test(id) ? "group" : "user";
        }
        String name = type.startsWith("#") ? type.substring(1) : type;
        return name.startsWith(TYPE_PREFIX) ? name.substring(TYPE_PREFIX.length()) : name;
    }

    @Override
    public void close() {
        finished = true;
        response.close();
    }

    /** A group some of whose properties have been read. */
    private final class OpenGroup {
        private final Entry entry;
        private final Queue<Function<GroupId, Membership>> early = new ArrayDeque<>();
        private Optional<GroupId> id = Optional.empty();
        private boolean isIdRead;
        private boolean inMembers;

        OpenGroup(Entry entry) {
            this.entry = entry;
        }

        Optional<Membership> step() {
            if (id.isPresent() && !early.isEmpty()) {
                return id.map(early.remove());
            }
            if (inMembers) {
                return stepMembers();
            }
            stepProperty();
            return Optional.empty();
        }

        private Optional<Membership> stepMembers() {
            inMembers = json.nextElement();
            if (inMembers) {
                readMember().filter(member -> id.isPresent() || !isIdRead).ifPresent(early::add);
            }
            return Optional.empty();
        }

        private void stepProperty() {
            String name = json.nextProperty();
            if (name == null) {
                end();
            } else if (name.equals("id")) {
                isIdRead = true;
                id = entry.id("group", json.stringOrNull(), GroupId::of);
            } else if (name.equals("members")) {
                inMembers = json.isArray();
            } else {
                ListResponse.pass(json, name, "members");
            }
        }

        private void end() {
            if (!isIdRead) {
                entry.id("group", null, GroupId::of);
            }
            group = null;
        }
    }
}
