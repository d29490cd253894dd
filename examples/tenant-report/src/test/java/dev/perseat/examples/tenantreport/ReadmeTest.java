package dev.perseat.examples.tenantreport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perseat.licensing.assignment.AssignmentResult;
import dev.perseat.licensing.assignment.Holdings;
import dev.perseat.licensing.assignment.ReasonWriter;
import dev.perseat.licensing.assignment.TenantSnapshot;
import dev.perseat.licensing.engine.DenseAssignmentCalculator;
import dev.perseat.licensing.model.Group;
import dev.perseat.licensing.model.GroupId;
import dev.perseat.licensing.model.License;
import dev.perseat.licensing.model.ServicePlan;
import dev.perseat.licensing.model.ServicePlanId;
import dev.perseat.licensing.model.Sku;
import dev.perseat.licensing.model.SkuId;
import dev.perseat.licensing.model.Subscription;
import dev.perseat.licensing.model.Tenant;
import dev.perseat.licensing.model.TenantId;
import dev.perseat.licensing.model.UsageLocation;
import dev.perseat.licensing.model.User;
import dev.perseat.licensing.model.UserId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the README shows is compiled and run here, between the two markers. */
class ReadmeTest {
    private static final Path README = Path.of("..", "..", "README.md");
    private static final Path THIS =
            Path.of("src", "test", "java", "dev", "perseat", "examples", "tenantreport", "ReadmeTest.java");
    private static final int LINES_UNTIL_THE_CODE_ENDS = 25;

    @Test
    void code_givesTheSentenceInItsLastLines() throws IOException {
        // README begin
        SkuId office = SkuId.of("office");
        ServicePlanId mail = ServicePlanId.of("mail");
        GroupId sales = GroupId.of("sales");
        TenantSnapshot tenant = TenantSnapshot.builder(new Tenant(TenantId.of("t1"), "Contoso", UsageLocation.of("NO")))
                .servicePlan(ServicePlan.builder(mail).build())
                .sku(Sku.of(office, "OFFICE", List.of(mail)))
                .subscription(Subscription.of(office, 1))
                .group(Group.of(sales).withLicenses(List.of(License.of(office))))
                .user(User.builder(UserId.of("ann")).build())
                .user(User.builder(UserId.of("bob")).build())
                .member(sales, UserId.of("ann"))
                .member(sales, UserId.of("bob"))
                .build();
        AssignmentResult result = DenseAssignmentCalculator.create().calculate(tenant, Holdings.empty());
        String why = ReasonWriter.english(tenant).sentence(result.explain(UserId.of("bob"), mail));
        // User bob does not have plan mail: the licence for OFFICE from group sales is in error, because the only seat
        // of OFFICE is taken.
        // README end
        String shown = readmeCode().stream()
                .filter(line -> line.startsWith("// "))
                .map(line -> line.substring("// ".length()))
                .collect(Collectors.joining(" "));
        assertThat(why).isEqualTo(shown);
    }

    @Test
    void codeOfTheReadme_isTheCodeAbove() throws IOException {
        List<String> source = Files.readAllLines(THIS);
        int begin = source.indexOf("        // README begin");
        int end = source.indexOf("        // README end");
        String code = String.join("\n", source.subList(begin + 1, end));
        assertThat(String.join("\n", readmeCode())).isEqualTo(code.stripIndent());
    }

    @Test
    void codeOfTheReadme_endsWithinTheFirstLines() throws IOException {
        assertThat(Files.readAllLines(README).indexOf("```")).isLessThan(LINES_UNTIL_THE_CODE_ENDS);
    }

    private static List<String> readmeCode() throws IOException {
        List<String> readme = Files.readAllLines(README);
        int begin = readme.indexOf("```java");
        return readme.subList(begin + 1, readme.indexOf("```"));
    }
}
