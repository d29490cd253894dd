package dev.perseat.licensing.jdbc;

import dev.perseat.licensing.store.LicenseStore;
import dev.perseat.licensing.store.LicenseStoreException;
import dev.perseat.licensing.store.LicenseStoreException.Reason;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts how often a store fails, by the reason. */
final class CountedStore {
    private final LicenseStore store;
    private final ConcurrentSkipListMap<Reason, AtomicInteger> failures = new ConcurrentSkipListMap<>();

    CountedStore(LicenseStore store) {
        this.store = store;
    }

    /** The same store, counted. */
    LicenseStore counted() {
        return (LicenseStore) Proxy.newProxyInstance(
                LicenseStore.class.getClassLoader(), new Class<?>[] {LicenseStore.class}, this::call);
    }

    private Object call(Object proxy, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(store, arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof LicenseStoreException failure) {
                count(failure.reason()).incrementAndGet();
            }
            throw e.getCause();
        }
    }

    private AtomicInteger count(Reason reason) {
        return failures.computeIfAbsent(reason, any -> new AtomicInteger());
    }

    int failures(Reason reason) {
        return count(reason).get();
    }
}
