package dev.perseat.licensing.jdbc;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.Collections;
import java.util.SortedSet;
import java.util.concurrent.ConcurrentSkipListSet;
import javax.sql.DataSource;

/** A data source that remembers the text of each statement that was prepared. */
final class RecordedSource {
    private final SortedSet<String> statements = new ConcurrentSkipListSet<>();
    private final DataSource source;

    RecordedSource(DataSource source) {
        this.source = source;
    }

    DataSource source() {
        return recorded(DataSource.class, source);
    }

    /** Returns the statements that have been prepared so far, in alphabetical order. */
    SortedSet<String> statements() {
        return Collections.unmodifiableSortedSet(statements);
    }

    private <T> T recorded(Class<T> type, T recorded) {
        InvocationHandler handler = (proxy, method, arguments) -> {
            if (method.getName().equals("prepareStatement")) {
                statements.add((String) arguments[0]);
            }
            try {
                Object result = method.invoke(recorded, arguments);
                return result instanceof Connection it ? recorded(Connection.class, it) : result;
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        };
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
