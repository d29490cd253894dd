package dev.perseat.licensing.msgraph;

import java.nio.file.Path;
import tools.jackson.core.JsonToken;

/**
 * A file that holds one list response of Graph: an object whose property {@code value} is an array of objects. Gives its
 * entries one after another, and does not end before it has seen that the file is complete.
 */
final class ListResponse implements AutoCloseable {
    private static final String NEXT_PAGE = "@odata.nextLink";

    private final JsonCursor json;
    private boolean inValue;
    private boolean finished;

    private ListResponse(JsonCursor json) {
        this.json = json;
    }

    static ListResponse open(Path path) {
        return new ListResponse(JsonCursor.open(path));
    }

    JsonCursor json() {
        return json;
    }

    /** Goes to the beginning of the next entry, or returns false once there is none and the file is closed. */
    boolean nextEntry() {
        if (finished) {
            return false;
        }
        if (!inValue) {
            findValue();
        }
        if (json.nextElement()) {
            json.expectObject();
            return true;
        }
        finish();
        return false;
    }

    private void findValue() {
        if (!json.advance()) {
            throw json.fail("the file is empty");
        }
        json.expectObject();
        for (String name = json.nextProperty(); name != null; name = json.nextProperty()) {
            if (name.equals("value")) {
                json.expect(JsonToken.START_ARRAY, "an array");
                inValue = true;
                return;
            }
            pass(json, name, "");
        }
        throw json.fail("there is no property 'value'");
    }

    private void finish() {
        for (String name = json.nextProperty(); name != null; name = json.nextProperty()) {
            if (name.equals("value")) {
                throw json.fail("there is a second property 'value'");
            }
            pass(json, name, "");
        }
        if (json.advance()) {
            throw json.fail("there is more after the end of the JSON");
        }
        finished = true;
        json.close();
    }

    /**
     * Passes over a property that nobody asks for, unless it is a link to the further pages of a list: who takes a part for
     * the whole takes licences away.
     *
     * @param list the property that holds the list, or nothing for the response itself
     */
    static void pass(JsonCursor json, String name, String list) {
        if (name.equals(list + NEXT_PAGE) && !json.atNull()) {
            throw json.fail("there are further pages, which are not in this file. Maybe join the lists of all pages");
        }
        json.skip();
    }

    /** Closes the file, wherever the reading has come to. */
    @Override
    public void close() {
        finished = true;
        json.close();
    }
}
