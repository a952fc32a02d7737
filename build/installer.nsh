; electron-builder includes this file in the script of the installer and of the uninstaller.

; 1033 is English, 1066 Vietnamese. NSIS defines their names later.
LangString deleteDataQuestion 1033 "Also delete the saved lists, notes, settings and API keys on this computer?$\r$\n$\r$\nChoose No to keep them for a later installation."
LangString deleteDataQuestion 1066 "Xóa cả danh sách đã lưu, ghi chú, cài đặt và khóa API trên máy tính này?$\r$\n$\r$\nChọn No (Không) để giữ lại cho lần cài đặt sau."

!ifdef BUILD_UNINSTALLER
  Var deletesData
!endif

; Runs after the user has confirmed the uninstallation, and before anything is removed.
!macro customUnInit
  StrCpy $deletesData 0
  ${If} ${isDeleteAppData}
    StrCpy $deletesData 1
  ${ElseIfNot} ${isUpdated}
    ; The uninstaller of a one-click installer is always silent at this point. Look for the user's own /S.
    ${GetParameters} $R0
    ClearErrors
    ${GetOptions} $R0 "/S" $R1
    ${If} ${Errors}
      ; Without /SD the question is shown although the uninstaller is silent. Only Yes deletes, so nothing is deleted if
      ; no window can be shown.
      ${If} ${Cmd} `MessageBox MB_YESNO|MB_ICONQUESTION|MB_DEFBUTTON2 "$(deleteDataQuestion)" IDYES`
        StrCpy $deletesData 1
      ${EndIf}
    ${EndIf}
  ${EndIf}
!macroend

!macro customUnInstall
  ${If} $deletesData == 1
    SetShellVarContext current
    RMDir /r "$APPDATA\${PRODUCT_FILENAME}"
    !insertmacro deleteKeys
  ${EndIf}
!macroend

; Deletes the app's entries in Windows' Credential Manager. keytar names them SERVICE/ACCOUNT:
; https://learn.microsoft.com/en-us/windows/win32/api/wincred/nf-wincred-credenumeratew
!macro deleteKeys
  System::Call 'advapi32::CredEnumerateW(w "${APP_ID}/*", i 0, *i .r1, *p .r2) i .r0'
  ${If} $0 <> 0
    StrCpy $3 0
    ${While} $3 < $1
      IntOp $4 $3 * ${NSIS_PTR_SIZE}
      IntPtrOp $4 $2 + $4
      System::Call '*$4(p .r5)'
      ; The structure begins with its flags, its type and its name.
      System::Call '*$5(i, i .r6, p .r7)'
      System::Call 'advapi32::CredDeleteW(p r7, i r6, i 0)'
      IntOp $3 $3 + 1
    ${EndWhile}
    System::Call 'advapi32::CredFree(p r2)'
  ${EndIf}
!macroend
