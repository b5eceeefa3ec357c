package io.wireroom.config;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Writes the JSON Schema (2020-12) of a file from its declarations, for editors. */
final class SchemaWriter {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  /** A text that takes something from elsewhere may stand for any value. */
  private static final String VARIABLE = "[\\s\\S]*\\$\\{[\\s\\S]*";

  private SchemaWriter() {}

  /**
   * @param type the record of a whole file
   */
  static String write(Class<?> type, String title) {
    ObjectNode schema = JSON.objectNode();
    schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    schema.put("title", title);
    schema.setAll(record(type));
    try {
      DefaultPrettyPrinter printer =
          new DefaultPrettyPrinter().withArrayIndenter(DefaultIndenter.SYSTEM_LINEFEED_INSTANCE);
      return new ObjectMapper().writer(printer).writeValueAsString(schema) + "\n";
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static ObjectNode record(Class<?> type) {
    if (type.isSealed()) {
      ObjectNode family = JSON.objectNode().put("type", "object");
      ArrayNode members = family.putArray("oneOf");
      Shape.kinds(type).forEach(member -> members.add(member(member)));
      return family;
    }
    return record(Shape.of(type), JSON.objectNode());
  }

  private static ObjectNode member(Class<?> type) {
    Kind kind = Shape.kind(type);
    ObjectNode properties = JSON.objectNode();
    properties.set("kind", JSON.objectNode().put("const", kind.value()));
    ObjectNode member = record(Shape.of(type), properties);
    member.put("description", kind.doc());
    ((ArrayNode) member.withArray("required")).insert(0, "kind");
    return member;
  }

  private static ObjectNode record(Shape shape, ObjectNode properties) {
    ObjectNode record = JSON.objectNode().put("type", "object");
    record.put("additionalProperties", false);
    shape.keys().forEach(key -> properties.set(key.name(), key(key)));
    record.set("properties", properties);
    List<Shape.Key> required = shape.keys().stream().filter(Shape.Key::required).toList();
    if (!required.isEmpty()) {
      ArrayNode names = record.putArray("required");
      required.forEach(key -> names.add(key.name()));
    }
    if (!shape.rules().isEmpty()) {
      ArrayNode rules = record.putArray("allOf");
      shape.rules().forEach(rule -> rules.add(rule(rule, shape)));
    }
    return record;
  }

  private static ObjectNode key(Shape.Key key) {
    ObjectNode value = key.nested() ? record(key.type()) : scalar(key);
    ObjectNode schema =
        switch (key.holder()) {
          case ONE -> value;
          case MAP -> map(key, value);
          case LIST -> list(key, value);
        };
    schema.put("description", key.option().value());
    String standard = key.option().def();
    if (!standard.isEmpty()) {
      schema.put("default", standard);
    }
    return schema;
  }

  private static ObjectNode map(Shape.Key key, ObjectNode value) {
    ObjectNode map = JSON.objectNode();
    map.putArray("type").add("object").add("null");
    map.set("additionalProperties", value);
    String names = key.option().names().pattern();
    map.set("propertyNames", JSON.objectNode().put("pattern", whole(names)));
    return map;
  }

  /** A list may be left empty (null), and one value may stand for a list of it. */
  private static ObjectNode list(Shape.Key key, ObjectNode value) {
    ObjectNode array = JSON.objectNode().put("type", "array");
    array.set("items", value);
    ObjectNode list = JSON.objectNode();
    ArrayNode choices = list.putArray("anyOf").add(array);
    choices.add(JSON.objectNode().put("type", "null"));
    if (!key.nested()) {
      choices.add(value.deepCopy());
    }
    return list;
  }

  private static ObjectNode scalar(Shape.Key key) {
    ObjectNode schema = JSON.objectNode();
    ArrayNode choices = schema.putArray("anyOf");
    if (key.type().isEnum()) {
      ArrayNode words = choices.addObject().putArray("enum");
      Scalar.constants(key.type()).forEach(words::add);
      choices.add(text(VARIABLE));
      return schema;
    }
    switch (Scalar.of(key.type())) {
      case BOOLEAN -> choices.addObject().put("type", "boolean");
      case WHOLE_NUMBER ->
          choices
              .addObject()
              .put("type", "integer")
              .put("minimum", key.option().min())
              .put("maximum", key.option().max());
      case DURATION -> choices.addObject().put("const", 0);
      case TEXT -> choices.addObject().put("type", "number");
      default -> {}
    }
    choices.add(text("(?:" + Scalar.pattern(key) + ")|" + VARIABLE));
    return schema;
  }

  private static ObjectNode text(String pattern) {
    return JSON.objectNode().put("type", "string").put("pattern", whole(pattern));
  }

  /** Java's (?s).+ in the dialect of JSON Schema, which has no flags. */
  private static String whole(String pattern) {
    return "^(?:" + pattern.replace("(?s).", "[\\s\\S]") + ")$";
  }

  private static ObjectNode rule(Rule rule, Shape shape) {
    ObjectNode then = JSON.objectNode();
    if (rule.needs().length > 0) {
      ArrayNode anyOf = then.putArray("anyOf");
      for (String needed : rule.needs()) {
        anyOf.addObject().putArray("required").add(needed);
      }
    }
    if (rule.excludes().length > 0) {
      ObjectNode none = then.putObject("properties");
      for (String excluded : rule.excludes()) {
        none.put(excluded, false);
      }
    }
    if (rule.when().isEmpty()) {
      return then;
    }
    ObjectNode conditional = JSON.objectNode();
    ObjectNode condition = conditional.putObject("if");
    boolean byDefault =
        !rule.is().isEmpty()
            && shape.key(rule.when()).orElseThrow().option().def().matches(rule.is());
    if (!byDefault) {
      condition.putArray("required").add(rule.when());
    }
    if (!rule.is().isEmpty()) {
      condition.putObject("properties").putObject(rule.when()).put("pattern", whole(rule.is()));
    }
    conditional.set("then", then);
    return conditional;
  }
}
