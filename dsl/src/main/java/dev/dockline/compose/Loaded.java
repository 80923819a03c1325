package dev.dockline.compose;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/** A YAML text as a tree, its anchors and merges followed, its variables put in. */
final class Loaded {
    private static final Pattern BOOL = Pattern.compile("true|True|TRUE|false|False|FALSE");
    private static final Pattern MERGE = Pattern.compile("<<");
    private static final Pattern NULL = Pattern.compile("~|null|Null|NULL|");

    /** As YAML 1.2 has it: {@code no} and {@code 22:22} are texts. */
    private static final class Words extends Resolver {
        @Override
        protected void addImplicitResolvers() {
            addImplicitResolver(Tag.BOOL, BOOL, "tTfF");
            addImplicitResolver(Tag.MERGE, MERGE, "<");
            addImplicitResolver(Tag.NULL, NULL, "~nN\0");
        }
    }

    private Loaded() {}

    static JsonNode of(String text, Variables variables) {
        var options = new LoaderOptions();
        var dumping = new DumperOptions();
        var yaml = new Yaml(new SafeConstructor(options), new Representer(dumping), dumping, options, new Words());
        return filled(new ObjectMapper().valueToTree(yaml.load(text)), variables);
    }

    private static JsonNode filled(JsonNode node, Variables variables) {
        if (node instanceof ObjectNode object) {
            object.properties().forEach(each -> each.setValue(filled(each.getValue(), variables)));
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, filled(array.get(i), variables));
            }
        } else if (node.isTextual()) {
            return TextNode.valueOf(variables.in(node.asText()));
        }
        return node;
    }
}
