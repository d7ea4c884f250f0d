// SPDX-License-Identifier: MIT
#include "deployment/coderanswer.h"

using namespace Qt::StringLiterals;

namespace simulated {

namespace {
constexpr auto jsonType = "application/json; charset=utf-8";
}

CoderAnswer jsonAnswer(int status, const GoJson &body)
{
    return {.response = {.status = status,
                         .headers = {{"Content-Type"_ba, jsonType}},
                         .body = body.bytes() + '\n'}};
}

CoderAnswer errorAnswer(int status, const QString &message, const QString &detail)
{
    return jsonAnswer(status,
                      GoObject().text("message", message).textUnlessEmpty("detail", detail).json());
}

CoderAnswer notFoundAnswer()
{
    return errorAnswer(404, u"Resource not found or you do not have access to this resource"_s);
}

CoderAnswer noContentAnswer(const GenerationTraits &traits)
{
    CoderAnswer answer{.response = {.status = 204}};
    if (traits.emptyAnswersHaveType)
        answer.response.headers.append({"Content-Type"_ba, jsonType});
    return answer;
}

CoderAnswer methodNotAllowedAnswer()
{
    return {.response = {.status = 405}};
}

CoderAnswer textAnswer(int status, const QByteArray &mediaType, const QByteArray &body)
{
    return {.response = {.status = status,
                         .headers = {{"Content-Type"_ba, mediaType + "; charset=utf-8"}},
                         .body = body}};
}

CoderAnswer neverAnswer()
{
    return {.wait = {.isForEver = true}};
}

} // namespace simulated
