package dev.perseat.licensing.testkit.directory;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

/** A stream that complains when it is closed a second time, as one around a foreign cursor might. */
final class CloseOnceStream {
    private CloseOnceStream() {}

    @SuppressWarnings("unchecked")
    static <T> Stream<T> of(Stream<T> stream) {
        AtomicBoolean closed = new AtomicBoolean();
        return (Stream<T>) Proxy.newProxyInstance(
                CloseOnceStream.class.getClassLoader(), new Class<?>[] {Stream.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("close") && closed.getAndSet(true)) {
                        throw new IllegalStateException("closed twice");
                    }
                    try {
                        return method.invoke(stream, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
