package dev.perseat.licensing.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perseat.licensing.admin.Actor;
import dev.perseat.licensing.assignment.TenantChange;
import dev.perseat.licensing.model.License;
import dev.perseat.licensing.model.ServicePlanId;
import dev.perseat.licensing.model.SkuId;
import dev.perseat.licensing.model.User;
import dev.perseat.licensing.model.UserId;
import dev.perseat.licensing.store.LicenseStoreException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PayloadTest {
    private static final int SEEDS = 2_000;

    private static <T> byte[] written(T thing, BiConsumer<PayloadWriter, T> writer) {
        PayloadWriter to = new PayloadWriter();
        writer.accept(to, thing);
        return to.toBytes();
    }

    private static <T> void assertKept(
            T thing, BiConsumer<PayloadWriter, T> writer, Function<PayloadReader, T> reader) {
        byte[] payload = written(thing, writer);
        assertThat(PayloadReader.read(payload, reader)).isEqualTo(thing);
        assertThat(written(PayloadReader.read(payload, reader), writer)).isEqualTo(payload);
    }

    @Test
    void read_whatWasWritten_isTheSame() {
        for (int seed = 0; seed < SEEDS; seed++) {
            RandomThings things = new RandomThings(seed);
            assertKept(things.change(), ChangeCodec::write, ChangeCodec::read);
            assertKept(things.user(), ModelCodec::write, ModelCodec::user);
            assertKept(things.group(), ModelCodec::write, ModelCodec::group);
            assertKept(things.operation(), TrailCodec::write, TrailCodec::operation);
            assertKept(things.held(), TrailCodec::write, TrailCodec::held);
            assertKept(things.holdingChange(), TrailCodec::write, TrailCodec::change);
            assertKept(things.property(), TrailCodec::write, TrailCodec::property);
            assertKept(things.text(), PayloadWriter::text, PayloadReader::text);
            assertKept(things.time(), PayloadWriter::time, PayloadReader::time);
        }
    }

    @Test
    void read_severalChangesInOnePayload_areTheSameInOrder() {
        RandomThings things = new RandomThings(1);
        List<TenantChange> changes =
                IntStream.range(0, 500).mapToObj(any -> things.change()).toList();
        assertKept(
                changes,
                (to, all) -> to.all(all, ChangeCodec::write),
                from -> List.copyOf(from.all(ChangeCodec::read)));
    }

    @Test
    void read_damagedPayload_failsAsUnreadableAndInNoOtherWay() {
        Random random = new Random(1);
        for (int seed = 0; seed < SEEDS; seed++) {
            byte[] payload = written(new RandomThings(seed).change(), ChangeCodec::write);
            int damages = 1 + random.nextInt(3);
            for (int i = 0; i < damages; i++) {
                payload[random.nextInt(payload.length)] = (byte) random.nextInt();
            }
            byte[] damaged = Arrays.copyOf(payload, 1 + random.nextInt(payload.length));
            try {
                PayloadReader.read(damaged, ChangeCodec::read);
            } catch (UnreadablePayloadException e) {
                assertThat(e).hasMessageNotContaining("null");
            }
        }
    }

    @Test
    void read_payloadOfALaterVersion_saysSo() {
        byte[] payload = written("text", PayloadWriter::text);
        payload[0] = PayloadWriter.VERSION + 1;
        assertThatThrownBy(() -> PayloadReader.read(payload, PayloadReader::text))
                .isInstanceOf(UnreadablePayloadException.class)
                .hasMessage("the payload has version 2, this library reads up to 1. Maybe a later one wrote it?");
    }

    @Test
    void write_sameIdAgain_takesAByteOrTwo() {
        List<License> licenses = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            licenses.add(License.of(
                    SkuId.of("c7df2760-2c81-4ef7-b578-5b5392b571df"),
                    ServicePlanId.of("57ff2da0-773e-42df-b2af-ffb7a2317929")));
        }
        User.Builder user = User.builder(UserId.of("u"));
        licenses.forEach(user::directLicense);
        assertThat(written(user.build(), ModelCodec::write)).hasSizeLessThan(130);
    }

    @Test
    void payload_tooLarge_isRefusedByName() {
        User large = User.builder(UserId.of("u1"))
                .displayName("x".repeat(Limits.PAYLOAD_BYTES))
                .build();
        assertThatThrownBy(() -> ObjectKind.USER.body(large))
                .isInstanceOfSatisfying(
                        LicenseStoreException.class,
                        e -> assertThat(e.reason()).isEqualTo(LicenseStoreException.Reason.REFUSED))
                .hasMessageStartingWith("user 'u1' has 10485")
                .hasMessageEndingWith("this store keeps up to 1048576 of it");
    }

    @Test
    void codeUnits_bytes_compareAsStringsDo() {
        for (int seed = 0; seed < SEEDS; seed++) {
            RandomThings things = new RandomThings(seed);
            String one = things.text();
            String other = things.text();
            assertThat(CodeUnits.text(CodeUnits.bytes(one))).isEqualTo(one);
            assertThat(Integer.signum(Arrays.compareUnsigned(CodeUnits.bytes(one), CodeUnits.bytes(other))))
                    .isEqualTo(Integer.signum(one.compareTo(other)));
        }
    }

    @Test
    void codeUnits_ofTextWithoutOddities_areUtf8() {
        String text = "aZ \u00E9\u07FF\u0800\u4E16";
        assertThat(CodeUnits.bytes(text)).isEqualTo(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void idKey_longIdsThatBeginAlike_areToldInTheirOrder() {
        String alike = "\u4E16".repeat(400);
        List<String> ids = new ArrayList<>(List.of("a", "b", alike.substring(0, 333), alike, "\u4E17"));
        IntStream.range(0, 50).forEach(i -> ids.add(alike + i));
        ids.sort((one, other) -> Arrays.compareUnsigned(IdKey.of(one), IdKey.of(other)));
        assertThat(IdKey.inOrder(ids.stream(), Function.identity()).toList())
                .isEqualTo(ids.stream().sorted().toList());
    }

    @Test
    void library_isTheActorOfBackgroundWork() {
        assertThat(AuditWriter.LIBRARY).isEqualTo(Actor.system().id());
    }
}
