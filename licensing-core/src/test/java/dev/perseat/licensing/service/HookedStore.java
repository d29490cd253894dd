package dev.perseat.licensing.service;

import dev.perseat.licensing.store.LicenseStore;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

/** Stores that do something else than the one behind them, at one method or another. */
final class HookedStore {
    private HookedStore() {}

    /** Does a call, or something in its place. */
    @FunctionalInterface
    interface Hook {
        /**
         * Answers a call.
         *
         * @param right the store behind
         * @param method the name of the method
         * @param arguments its arguments, which may be changed before they are passed on
         * @param call passes the call on with the arguments as they are then
         */
        Object answer(LicenseStore right, String method, Object[] arguments, Call call) throws Throwable;
    }

    /** Passes a call on. */
    @FunctionalInterface
    interface Call {
        Object run() throws Throwable;
    }

    static LicenseStore of(LicenseStore right, Hook hook) {
        return (LicenseStore) Proxy.newProxyInstance(
                LicenseStore.class.getClassLoader(), new Class<?>[] {LicenseStore.class}, (proxy, method, given) -> {
                    Object[] arguments = given == null ? new Object[0] : given;
                    return hook.answer(right, method.getName(), arguments, () -> {
                        try {
                            return method.invoke(right, arguments);
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        }
                    });
                });
    }

    /** A store that has something done after each batch, with the number of the batch. */
    static LicenseStore afterBatch(LicenseStore right, java.util.function.IntConsumer action) {
        int[] batches = {0};
        return of(right, (store, method, arguments, call) -> {
            Object answer = call.run();
            if (method.equals("apply")) {
                action.accept(++batches[0]);
            }
            return answer;
        });
    }

    /** A store that has something done before each batch, with the number of the batch. */
    static LicenseStore beforeBatch(LicenseStore right, java.util.function.IntConsumer action) {
        int[] batches = {0};
        return of(right, (store, method, arguments, call) -> {
            if (method.equals("apply")) {
                action.accept(++batches[0]);
            }
            return call.run();
        });
    }
}
