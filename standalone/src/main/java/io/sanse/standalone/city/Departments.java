package io.sanse.standalone.city;

import io.sanse.contract.LocalizedText;
import io.sanse.contract.registry.Details;
import java.util.ArrayList;
import java.util.List;

/** The city's departments, their squads in the towns, and the people on duty: posts, not persons, with numbers that no network uses. */
public final class Departments {
    public static final String COUNTY = "330784";
    public static final String ECOLOGY = "ecology-yongkang";
    public static final String ENFORCEMENT = "enforcement-yongkang";
    public static final String CONSTRUCTION = "construction-yongkang";
    public static final String TRANSPORT = "transport-yongkang";

    private Departments() {}

    static List<Registration> all() {
        List<Registration> all = new ArrayList<>();
        all.add(department(0, "duty-desk", "duty", "值班室(示范)", "Duty Desk (demo)"));
        all.add(department(1, ECOLOGY, "ecology", "生态环境部门(示范)", "Ecology (demo)"));
        all.add(department(2, ENFORCEMENT, "enforcement", "综合执法部门(示范)", "Enforcement (demo)"));
        all.add(department(3, CONSTRUCTION, "construction", "建设部门(示范)", "Construction (demo)"));
        all.add(department(4, TRANSPORT, "transport", "交通运输部门(示范)", "Transport (demo)"));
        all.add(department(5, "police-yongkang", "police", "公安部门(示范)", "Police (demo)"));
        all.add(department(
                6, "waste-free-yongkang", "waste-free-city", "无废城市办公室(示范)", "Waste-free City Office (demo)"));
        for (Town town : Town.values()) {
            all.add(squad(town));
        }
        all.add(officer(0, "field", ENFORCEMENT, "现场执法岗", "Field officer"));
        all.add(officer(1, "officer-enforcement", ENFORCEMENT, "综合执法值班岗", "Enforcement officer"));
        all.add(officer(2, "officer-ecology", ECOLOGY, "生态环境值班岗", "Ecology officer"));
        return all;
    }

    private static Registration department(int number, String id, String competence, String zh, String en) {
        return new Registration(
                id,
                new Details.Department(
                        new LocalizedText(zh, en), competence, COUNTY, phone(9000 + number), phone(9100 + number)));
    }

    /** A post of the enforcement department: whoever belongs to that acts for it. */
    static String squadOf(Town town) {
        return ENFORCEMENT + '/' + town.code();
    }

    private static Registration squad(Town town) {
        LocalizedText name =
                new LocalizedText(town.label().zh() + "执法中队(示范)", town.label().en() + " Squad (demo)");
        return new Registration(
                squadOf(town),
                new Details.Department(
                        name, "squad", town.code(), phone(9200 + town.ordinal()), phone(9300 + town.ordinal())));
    }

    private static Registration officer(int number, String id, String department, String zh, String en) {
        return new Registration(id, new Details.Officer(new LocalizedText(zh, en), department, phone(9400 + number)));
    }

    static String phone(int number) {
        return "1000000%04d".formatted(number);
    }
}
