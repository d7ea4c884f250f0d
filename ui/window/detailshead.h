// SPDX-License-Identifier: MIT
#pragma once

#include "coder/apierror.h"

#include <QWidget>

#include <optional>

class Disclosure;
class EmphasisLabel;
class Icons;
class MarkView;
class PlainLabel;
class ShapeView;
class Theme;
struct GitLink;
struct ShownLink;

/// The top of the details: which link, how it is in one sentence, and the server's words on
/// request.
class DetailsHead : public QWidget
{
    Q_OBJECT

public:
    DetailsHead(const Theme &theme, const Icons &icons, QWidget *parent = nullptr);

    void show(const ShownLink &shown);
    using QWidget::show;
    /// To assistive technology, that a check has failed; once what it says can be seen.
    void tellProblem(const GitLink &link);

private:
    [[nodiscard]] QStringList serverLines(const ShownLink &shown) const;

    MarkView *m_mark;
    EmphasisLabel *m_title;
    PlainLabel *m_account;
    ShapeView *m_shape;
    EmphasisLabel *m_state;
    Disclosure *m_serverWords;
    QStringList m_serverLines;
    std::optional<ApiError> m_toldProblem; ///< to assistive technology
};
