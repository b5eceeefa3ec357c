package io.wireroom.deliver;

import io.wireroom.article.Article;
import io.wireroom.brief.Brief;
import io.wireroom.story.Fingerprint;
import java.util.List;

/**
 * A brief ready to go out: everything that is stored in one transaction with "item done".
 *
 * @param deliveries what each matching subscription is owed; none of them is stored when the brief
 *     turns out to be a duplicate
 */
public record Publication(
    Article article, Brief brief, Fingerprint fingerprint, List<Delivery> deliveries) {}
