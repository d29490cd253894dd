package dev.perseat.licensing.msgraph;

import dev.perseat.licensing.assignment.TenantSnapshot;
import dev.perseat.licensing.directory.Directory;
import dev.perseat.licensing.testkit.directory.DirectoryContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.io.TempDir;

class GraphDirectoryTest extends DirectoryContract {
    @TempDir
    private Path folder;

    @Override
    protected Directory directory(TenantSnapshot prescribed) {
        return ExportWriter.write(folder, prescribed).directory();
    }

    @Override
    protected Directory unreadable(TenantSnapshot prescribed) throws IOException {
        Directory directory = directory(prescribed);
        for (String file : new String[] {"users.json", "groups.json", "members.json"}) {
            byte[] whole = Files.readAllBytes(folder.resolve(file));
            Files.write(folder.resolve(file), Arrays.copyOf(whole, whole.length / 2));
        }
        return directory;
    }
}
