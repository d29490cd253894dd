package dev.perseat.licensing.msgraph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perseat.licensing.model.ServicePlanId;
import dev.perseat.licensing.model.SkuId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProductNamesTest {
    private static final String HEADER =
            "Product_Display_Name,String_Id,GUID,Service_Plan_Name,Service_Plan_Id,Service_Plans_Included_Friendly_Names";

    /** With every blemish of the published table. */
    private static final List<String> ROWS = List.of(
            "Office 365 E3,ENTERPRISEPACK,6fd2c87f-b296-42f0-b197-1e91e994b900,SWAY,a23b959c-7ce8-4e57-9140-b90eb88a9e97,Sway",
            "Office 365\u00a0E3 ,ENTERPRISEPACK,6FD2C87F-B296-42F0-B197-1E91E994B900,FORMS_PLAN_E3,"
                    + "2789c901-c14e-48ab-a76a-be334d9d793a,\tMICROSOFT FORMS (PLAN E3)",
            "Office 365 E3,ENTERPRISEPACK,\t6fd2c87f-b296-42f0-b197-1e91e994b900,FORMS_PLAN_E3,"
                    + "2789c901-c14e-48ab-a76a-be334d9d793a ,Microsoft  Forms (Plan E3)\u00a0",
            "OFFICE 365 E3,ENTERPRISEPACK,6fd2c87f-b296-42f0-b197-1e91e994b900,YAMMER,"
                    + "7547a3fe-08ee-4ccb-b430-5077c5041653,YAMMER",
            "OFFICE 365 E3,ENTERPRISEPACK,6fd2c87f-b296-42f0-b197-1e91e994b900,YAMMER,"
                    + "7547a3fe-08ee-4ccb-b430-5077c5041653,YAMMER",
            "OFFICE 365 E3,ENTERPRISEPACK,6fd2c87f-b296-42f0-b197-1e91e994b900,YAMMER,"
                    + "7547a3fe-08ee-4ccb-b430-5077c5041653,YAMMER",
            "Nested,N,00000000-0000-0000-0000-000000000001,YAMMER,7547A3FE-08EE-4CCB-B430-5077C5041653,\"Yammer, Core\"",
            "Tie B,T,00000000-0000-0000-0000-000000000002,SWAY,A23B959C-7CE8-4E57-9140-B90EB88A9E97,Sway",
            "Tie A,T,00000000-0000-0000-0000-000000000002,X,00000000-0000-0000-0000-000000000003,",
            "No id,Q,,Y,,No id",
            ",,,,,",
            "");

    @TempDir
    private Path folder;

    private ProductNames read(String text) throws IOException {
        return ProductNames.read(Files.writeString(folder.resolve("products.csv"), text, StandardCharsets.UTF_8));
    }

    private static String table(List<String> rows) {
        return "\ufeff" + HEADER + "\r\n" + String.join("\r\n", rows);
    }

    private static void check(ProductNames names) {
        assertThat(names.sku(SkuId.of("6fd2c87f-b296-42f0-b197-1e91e994b900"))).contains("Office 365 E3");
        assertThat(names.sku(SkuId.of("6FD2C87F-B296-42F0-B197-1E91E994B900"))).contains("Office 365 E3");
        assertThat(names.sku(SkuId.of("00000000-0000-0000-0000-000000000002"))).contains("Tie A");
        assertThat(names.plan(ServicePlanId.of("2789c901-c14e-48ab-a76a-be334d9d793a")))
                .contains("MICROSOFT FORMS (PLAN E3)");
        assertThat(names.plan(ServicePlanId.of("7547a3fe-08ee-4ccb-b430-5077c5041653")))
                .contains("Yammer, Core");
        assertThat(names.plan(ServicePlanId.of("a23b959c-7ce8-4e57-9140-b90eb88a9e97")))
                .contains("Sway");
        assertThat(names.plan(ServicePlanId.of("00000000-0000-0000-0000-000000000003")))
                .isEmpty();
        assertThat(names.sku(SkuId.of("00000000-0000-0000-0000-000000000003"))).isEmpty();
    }

    @Test
    void read_tableAsPublished_namesAreClean() throws IOException {
        check(read(table(ROWS)));
    }

    @Test
    void read_rowsInAnyOrder_theSameNames() throws IOException {
        Random random = new Random(7);
        for (int i = 0; i < 50; i++) {
            List<String> rows = new ArrayList<>(ROWS);
            Collections.shuffle(rows, random);
            check(read(table(rows)));
        }
    }

    @Test
    void read_quotedHeaderAfterAMark_isFound() throws IOException {
        ProductNames names = read("\ufeff\"Product_Display_Name\" ," + HEADER.substring(HEADER.indexOf(',') + 1)
                + "\n\"A \"\"b\"\"\",S,1,P,2,C\n");

        assertThat(names.sku(SkuId.of("1"))).contains("A \"b\"");
    }

    @Test
    void read_missingColumn_refused() {
        assertThatThrownBy(() -> read(HEADER.replace("GUID", "Guid")))
                .isInstanceOf(GraphFormatException.class)
                .hasMessage("products.csv:1: there is no column 'GUID'");
        assertThatThrownBy(() -> read(HEADER + ",GUID"))
                .isInstanceOf(GraphFormatException.class)
                .hasMessage("products.csv:1: there is more than one column 'GUID'");
    }

    @Test
    void read_missingFile_refused() {
        assertThatThrownBy(() -> ProductNames.read(folder.resolve("missing.csv")))
                .isInstanceOf(GraphFormatException.class)
                .hasMessage("missing.csv: the file is missing");
    }

    @Test
    void none_knowsNothing() {
        assertThat(ProductNames.none().sku(SkuId.of("1"))).isEmpty();
        assertThat(ProductNames.none().plan(ServicePlanId.of("1"))).isEmpty();
    }
}
