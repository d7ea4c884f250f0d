// SPDX-License-Identifier: MIT
#include "style.h"

#include "measures.h"
#include "stylepainting.h"

#include <QPainter>
#include <QPlainTextEdit>
#include <QStyleOption>

using namespace Qt::StringLiterals;

namespace {

QColor active(const QStyleOption &option, QPalette::ColorRole role)
{
    return option.palette.color(QPalette::Active, role);
}

bool isTextEdit(const QWidget *widget)
{
    return qobject_cast<const QPlainTextEdit *>(widget) || qobject_cast<const QTextEdit *>(widget);
}

QSize buttonSize(const QStyleOptionButton &option, const QSize &contents)
{
    constexpr int gapOfQt = 4; // what QPushButton::sizeHint() leaves between icon and text
    const Measures measures;
    const bool flat = option.features.testFlag(QStyleOptionButton::Flat);
    const int height = qMax(measures.controlHeight(), contents.height() + measures.units(1));
    if (option.text.isEmpty())
        return {height, height};
    int width = contents.width() + 2 * (flat ? measures.fieldMargin() : measures.buttonMargin());
    if (!option.icon.isNull())
        width += measures.units(2) - gapOfQt;
    return {flat ? width : qMax(width, measures.lines(4.5)), height};
}

QSize menuItemSize(const QStyleOptionMenuItem &option, QSize size)
{
    const Measures measures;
    if (option.menuItemType == QStyleOptionMenuItem::Separator && option.text.isEmpty())
        return {size.width(), measures.units(3)};
    return size.expandedTo({0, measures.lines(1.5)}) + QSize(measures.units(2), 0);
}

void drawHairline(QPainter &painter, const QStyleOption &option, const QRect &rect)
{
    painter.fillRect(rect, active(option, QPalette::Midlight));
}

/// Hairlines, and the frames of text and of quoted words. True if there was something to draw.
bool drawFrame(QPainter &painter, const QStyleOptionFrame &option, const QWidget *widget)
{
    const QRect &rect = option.rect;
    switch (option.frameShape) {
    case QFrame::HLine:
        drawHairline(painter, option, {rect.left(), rect.center().y(), rect.width(), 1});
        return true;
    case QFrame::VLine:
        drawHairline(painter, option, {rect.center().x(), rect.top(), 1, rect.height()});
        return true;
    case QFrame::StyledPanel:
    case QFrame::Box:
        break;
    case QFrame::NoFrame:
    case QFrame::Panel:
    case QFrame::WinPanel:
        return false;
    }
    if (isTextEdit(widget)) {
        StylePainting::field(painter, option);
        return true;
    }
    painter.save();
    painter.setPen(QPen(active(option, QPalette::Midlight), Measures::lineWidth));
    painter.drawRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5));
    painter.restore();
    return true;
}

void drawStatusBar(QPainter &painter, const QStyleOption &option)
{
    painter.fillRect(option.rect, active(option, QPalette::Window));
    drawHairline(painter, option, {option.rect.topLeft(), QSize(option.rect.width(), 1)});
}

} // namespace

Style::Style() : QProxyStyle(u"Fusion"_s) { }

void Style::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                          const QWidget *widget) const
{
    const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
    const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
    switch (element) {
    case PE_FrameDefaultButton:
    case PE_FrameMenu:
    case PE_FrameStatusBarItem:
        return;
    case PE_PanelButtonCommand:
        if (!button)
            break;
        StylePainting::pushButton(*painter, *button);
        return;
    case PE_PanelLineEdit:
        if (frame && frame->lineWidth > 0) {
            StylePainting::field(*painter, *frame);
            return;
        }
        break;
    case PE_FrameLineEdit:
        StylePainting::field(*painter, *option);
        return;
    case PE_FrameFocusRect:
        StylePainting::focusRing(*painter, option->rect, option->palette);
        return;
    case PE_PanelMenu:
        StylePainting::menuPanel(*painter, *option);
        return;
    case PE_Frame:
        if (frame && drawFrame(*painter, *frame, widget))
            return;
        break;
    case PE_PanelStatusBar:
        drawStatusBar(*painter, *option);
        return;
    default: // an enum of Qt's that grows with every version
        break;
    }
    if (!StylePainting::indicator(*painter, element, *option))
        QProxyStyle::drawPrimitive(element, option, painter, widget);
}

void Style::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                        const QWidget *widget) const
{
    const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
    const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option);
    const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
    switch (element) {
    case CE_PushButtonBevel: // QCommonStyle asks no panel for a flat button at rest, so no focus
        if (!button)
            break;
        StylePainting::pushButton(*painter, *button);
        return;
    case CE_PushButtonLabel:
        if (!button)
            break;
        StylePainting::pushButtonLabel(*painter, *button, *proxy(), widget);
        return;
    case CE_MenuItem:
        if (!item)
            break;
        drawMenuItem(*item, *painter, widget);
        return;
    case CE_MenuBarItem:
        if (!item)
            break;
        StylePainting::menuBarItem(*painter, *item, *proxy(), widget);
        return;
    case CE_MenuBarEmptyArea:
        painter->fillRect(option->rect, active(*option, QPalette::Window));
        return;
    case CE_Splitter:
        painter->fillRect(option->rect, active(*option, QPalette::Midlight));
        return;
    case CE_ShapedFrame:
        if (frame && drawFrame(*painter, *frame, widget))
            return;
        break;
    default: // an enum of Qt's that grows with every version
        break;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void Style::drawMenuItem(const QStyleOptionMenuItem &option, QPainter &painter,
                         const QWidget *widget) const
{
    if (option.menuItemType == QStyleOptionMenuItem::Separator && option.text.isEmpty()) {
        const int inset = Measures().units(2);
        const QRect line(option.rect.left() + inset, option.rect.center().y(),
                         option.rect.width() - 2 * inset, 1);
        drawHairline(painter, option, line);
        return;
    }
    QStyleOptionMenuItem shown(option);
    const bool enabled = option.state.testFlag(State_Enabled);
    if (enabled && option.state.testFlag(State_Selected)) {
        // Fusion would draw an outline of its own and leave the icon dark on dark.
        const QColor text = active(option, QPalette::HighlightedText);
        painter.fillRect(option.rect, active(option, QPalette::Highlight));
        shown.state.setFlag(State_Selected, false);
        for (const auto role : {QPalette::Text, QPalette::ButtonText, QPalette::WindowText})
            shown.palette.setColor(QPalette::All, role, text);
        if (option.icon.isMask()) {
            const int size = pixelMetric(PM_SmallIconSize, &option, widget);
            const qreal scale = painter.device()->devicePixelRatio();
            shown.icon = Icons::tinted(option.icon.pixmap(QSize(size, size), scale), text);
        }
    }
    QProxyStyle::drawControl(CE_MenuItem, &shown, &painter, widget);
}

void Style::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
                               QPainter *painter, const QWidget *widget) const
{
    const auto *box = qstyleoption_cast<const QStyleOptionComboBox *>(option);
    if (control == CC_ComboBox && box) {
        const QRect arrow = proxy()->subControlRect(control, option, SC_ComboBoxArrow, widget);
        StylePainting::comboBox(*painter, *box, arrow);
        return;
    }
    const auto *spin = qstyleoption_cast<const QStyleOptionSpinBox *>(option);
    if (control == CC_SpinBox && spin) {
        const auto part = [&](SubControl which) {
            return proxy()->subControlRect(control, option, which, widget);
        };
        StylePainting::spinBox(*painter, *spin, part(SC_SpinBoxUp), part(SC_SpinBoxDown));
        return;
    }
    const auto *slider = qstyleoption_cast<const QStyleOptionSlider *>(option);
    if (control == CC_ScrollBar && slider) {
        StylePainting::scrollBar(*painter, *slider, *proxy(), widget);
        return;
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

QSize Style::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &contents,
                              const QWidget *widget) const
{
    const Measures measures;
    const QSize size = QProxyStyle::sizeFromContents(type, option, contents, widget);
    switch (type) {
    case CT_PushButton:
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option))
            return buttonSize(*button, contents);
        break;
    case CT_LineEdit:
        // A larger font of its own, as that of a device code, makes the field higher.
        return {size.width() + 2 * measures.fieldMargin(),
                qMax(measures.controlHeight(), contents.height() + measures.units(1))};
    case CT_ComboBox:
        return {contents.width() + 2 * measures.fieldMargin() + measures.controlHeight(),
                qMax(measures.controlHeight(), contents.height() + measures.units(1))};
    case CT_SpinBox: // its contents are a field, which is high enough already
        return {size.width(), qMax(measures.controlHeight(), contents.height())};
    case CT_CheckBox:
    case CT_RadioButton: // room for the focus around the label
        return {size.width() + measures.units(1),
                qMax(size.height(), measures.line() + measures.units(1))};
    case CT_MenuItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option))
            return menuItemSize(*item, size);
        break;
    case CT_MenuBarItem:
        return {contents.width() + measures.units(4), measures.controlHeight()};
    default: // an enum of Qt's that grows with every version
        break;
    }
    return size;
}

QRect Style::subElementRect(SubElement element, const QStyleOption *option,
                            const QWidget *widget) const
{
    const QRect rect = QProxyStyle::subElementRect(element, option, widget);
    if (element == SE_LineEditContents) {
        const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
        constexpr int marginOfQt = 2; // QLineEdit keeps this much more at either end
        const int margin = Measures().fieldMargin() - marginOfQt - Measures::lineWidth;
        return frame && frame->lineWidth > 0 ? rect.adjusted(margin, 0, -margin, 0) : rect;
    }
    if (element == SE_CheckBoxFocusRect || element == SE_RadioButtonFocusRect) {
        const int reach = Measures().units(1);
        return rect.adjusted(-reach, -reach, reach, reach) & option->rect;
    }
    return rect;
}

QRect Style::subControlRect(ComplexControl control, const QStyleOptionComplex *option,
                            SubControl part, const QWidget *widget) const
{
    if (control != CC_ComboBox)
        return QProxyStyle::subControlRect(control, option, part, widget);
    const Measures measures;
    const QRect &rect = option->rect;
    const int arrowWidth = measures.controlHeight();
    if (part == SC_ComboBoxArrow) {
        const QRect arrow(rect.right() - arrowWidth + 1, rect.top(), arrowWidth, rect.height());
        return visualRect(option->direction, rect, arrow);
    }
    if (part == SC_ComboBoxEditField) {
        // CE_ComboBoxLabel keeps one more pixel at either end.
        return visualRect(option->direction, rect,
                          rect.adjusted(measures.fieldMargin() - 1, 1, -arrowWidth, -1));
    }
    return QProxyStyle::subControlRect(control, option, part, widget);
}

int Style::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    const Measures measures;
    switch (metric) {
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
    case PM_LineEditIconSize:
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return measures.iconSize();
    case PM_LineEditIconMargin:
        return measures.units(1.25);
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing:
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing:
        return measures.units(2);
    case PM_LayoutLeftMargin:
    case PM_LayoutTopMargin:
    case PM_LayoutRightMargin:
    case PM_LayoutBottomMargin:
        return widget && widget->isWindow() ? measures.pageMargin() : measures.units(3);
    case PM_DefaultFrameWidth:
        return isTextEdit(widget) ? Measures::focusWidth : Measures::lineWidth;
    case PM_MenuPanelWidth:
    case PM_SplitterWidth:
        return Measures::lineWidth;
    case PM_MenuVMargin:
    case PM_MenuBarHMargin:
        return measures.units(1);
    case PM_MenuBarVMargin:
    case PM_MenuBarItemSpacing:
    case PM_MenuBarPanelWidth:
    case PM_ButtonDefaultIndicator:
        return 0;
    case PM_ScrollBarExtent:
        return measures.lines(0.78);
    default: // an enum of Qt's that grows with every version
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int Style::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                     QStyleHintReturn *returnData) const
{
    switch (hint) {
    case SH_Widget_Animation_Duration:
    case SH_ScrollBar_Transient:
    case SH_EtchDisabledText:
    case SH_DitherDisabledText:
    case SH_DialogButtonBox_ButtonsHaveIcons:
        return 0;
    case SH_FormLayoutLabelAlignment:
    case SH_FormLayoutFormAlignment:
        return Qt::AlignLeading | Qt::AlignTop;
    default: // an enum of Qt's that grows with every version
        return QProxyStyle::styleHint(hint, option, widget, returnData);
    }
}

QIcon Style::standardIcon(StandardPixmap picture, const QStyleOption *option,
                          const QWidget *widget) const
{
    if (picture == SP_LineEditClearButton)
        return m_icons.icon(u"x"_s);
    if (picture == SP_ToolBarHorizontalExtensionButton) // of a menu bar that is too narrow
        return m_icons.icon(u"chevron-right"_s); // Qt's own is black, and has Qt load image formats
    return QProxyStyle::standardIcon(picture, option, widget);
}
