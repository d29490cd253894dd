package dev.perseat.licensing.jdbc;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.h2.store.fs.FileBase;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/**
 * Files of H2 of which every change is recorded, so that they can be had as a killed process would have left them. Their names
 * begin with {@code recorded:}.
 */
public final class RecordedFile extends FilePathWrapper {
    /** What the system writes as a whole. */
    private static final int PAGE = 4096;

    private static final List<Change> CHANGES = new CopyOnWriteArrayList<>();

    /** A change of a file. */
    static final class Change {
        private final long position;
        private final byte[] bytes;

        /**
         * @param position where bytes are written, or where the file ends from now on
         * @param bytes what is written; nothing, if the file is cut off
         */
        private Change(long position, byte... bytes) {
            this.position = position;
            this.bytes = bytes;
        }

        /** Makes the change. */
        byte[] made(byte[] file) {
            if (bytes.length == 0) {
                return Arrays.copyOf(file, (int) position);
            }
            byte[] changed = Arrays.copyOf(file, Math.max(file.length, (int) position + bytes.length));
            System.arraycopy(bytes, 0, changed, (int) position, bytes.length);
            return changed;
        }

        /** The half of it that a process came to that was killed in the middle. */
        Change half() {
            return new Change(position, Arrays.copyOf(bytes, Math.max(bytes.length / 2 / PAGE, 1) * PAGE));
        }

        boolean isDivisible() {
            return bytes.length > PAGE;
        }
    }

    /** Forgets what was recorded, and has H2 know of such files. */
    static void begin() {
        FilePath.register(new RecordedFile());
        CHANGES.clear();
    }

    /** The changes since then, in their order. */
    static List<Change> changes() {
        return List.copyOf(CHANGES);
    }

    @Override
    public String getScheme() {
        return "recorded";
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        return new Channel(super.open(mode));
    }

    private static final class Channel extends FileBase {
        private final FileChannel file;

        Channel(FileChannel file) {
            this.file = file;
        }

        @Override
        public synchronized int read(ByteBuffer to) throws IOException {
            return file.read(to);
        }

        @Override
        public synchronized int read(ByteBuffer to, long position) throws IOException {
            return file.read(to, position);
        }

        @Override
        public synchronized int write(ByteBuffer from) throws IOException {
            return write(from, file.position());
        }

        @Override
        public synchronized int write(ByteBuffer from, long position) throws IOException {
            byte[] bytes = new byte[from.remaining()];
            from.duplicate().get(bytes);
            int written = file.write(from, position);
            CHANGES.add(new Change(position, Arrays.copyOf(bytes, written)));
            return written;
        }

        @Override
        public FileChannel truncate(long size) throws IOException {
            file.truncate(size);
            CHANGES.add(new Change(size));
            return this;
        }

        @Override
        public long position() throws IOException {
            return file.position();
        }

        @Override
        public FileChannel position(long position) throws IOException {
            file.position(position);
            return this;
        }

        @Override
        public long size() throws IOException {
            return file.size();
        }

        @Override
        public void force(boolean metaData) throws IOException {
            file.force(metaData);
        }

        @Override
        public FileLock tryLock(long position, long size, boolean isShared) throws IOException {
            return file.tryLock(position, size, isShared);
        }

        @Override
        protected void implCloseChannel() throws IOException {
            file.close();
        }
    }
}
