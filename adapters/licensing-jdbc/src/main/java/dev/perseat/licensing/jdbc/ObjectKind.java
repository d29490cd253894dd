package dev.perseat.licensing.jdbc;

import dev.perseat.licensing.model.Group;
import dev.perseat.licensing.model.ServicePlan;
import dev.perseat.licensing.model.Sku;
import dev.perseat.licensing.model.Subscription;
import dev.perseat.licensing.model.User;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * The things of a tenant that have an id of their own, all in one table.
 *
 * @param number by which the kind is stored
 * @param name what it is called in messages
 * @param id tells the id
 * @param writer writes it
 * @param reader reads it
 */
record ObjectKind<T>(
        short number,
        String name,
        Function<T, String> id,
        BiConsumer<PayloadWriter, T> writer,
        Function<PayloadReader, T> reader) {
    static final ObjectKind<ServicePlan> SERVICE_PLAN = new ObjectKind<>(
            (short) 1, "service plan", plan -> plan.id().value(), ModelCodec::write, ModelCodec::servicePlan);

    static final ObjectKind<Sku> SKU =
            new ObjectKind<>((short) 2, "SKU", sku -> sku.id().value(), ModelCodec::write, ModelCodec::sku);

    static final ObjectKind<Subscription> SUBSCRIPTION = new ObjectKind<>(
            (short) 3,
            "SKU",
            subscription -> subscription.skuId().value(),
            ModelCodec::write,
            ModelCodec::subscription);

    static final ObjectKind<Group> GROUP =
            new ObjectKind<>((short) 4, "group", group -> group.id().value(), ModelCodec::write, ModelCodec::group);

    static final ObjectKind<User> USER =
            new ObjectKind<>((short) 5, "user", user -> user.id().value(), ModelCodec::write, ModelCodec::user);

    byte[] key(T thing) {
        return IdKey.of(id.apply(thing));
    }

    byte[] body(T thing) {
        PayloadWriter to = new PayloadWriter();
        writer.accept(to, thing);
        return Limits.payload(name + " '" + id.apply(thing) + "'", to.toBytes());
    }

    T read(byte[] body) {
        return PayloadReader.read(body, reader);
    }
}
