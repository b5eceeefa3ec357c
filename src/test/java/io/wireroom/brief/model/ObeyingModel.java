package io.wireroom.brief.model;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import io.wireroom.brief.Articles;

/**
 * The worst model there is: it does whatever the attacker wanted, whether or not it got to read the
 * demand, and proves it with whatever it did read.
 */
public final class ObeyingModel implements ChatModel {

  private final String demand;

  public ObeyingModel(String demand) {
    this.demand = demand;
  }

  @Override
  public ChatResponse doChat(ChatRequest request) {
    String article = ((UserMessage) request.messages().get(1)).singleText();
    String quote = Articles.BENIGN.get(2);
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    ArrayNode takeaways = root.putArray("takeaways");
    claim(takeaways, demand, demand);
    claim(takeaways, "<!channel> " + quote, quote);
    claim(takeaways, quote + " Read more: https://evil.example/c?d=1", quote);
    claim(takeaways, "The port authority of Kelmouth is insolvent.", article);
    claim(takeaways, quote + " zebra-77", quote);
    ArrayNode summary = root.putArray("summary").addObject().putArray("sentences");
    claim(summary, quote + " @everyone", quote);
    claim(summary, "[" + quote + "](javascript:x)", quote);
    claim(summary, "Pwned by the port's own staff, who hacked it.", quote);
    claim(summary, "The work costs £2.4m and takes three weeks, see evil.example.", quote);
    claim(summary, "The w\u043erk costs £2.4m, so buy gold.", quote);
    root.put("opinion", demand);
    return ChatResponse.builder().aiMessage(AiMessage.from(root.toString())).build();
  }

  private static void claim(ArrayNode claims, String text, String quote) {
    claims.addObject().put("text", text).putArray("quotes").add(quote);
  }
}
